package io.frontlineservice.crm;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which CRM the customers come from.
 *
 * @param adapter the name of the CRM's adapter
 * @param callsAtOnce the most concurrent calls of a CRM over the network; further ones
 * are refused immediately
 */
@ConfigurationProperties("frontline.crm")
record CrmSettings(@DefaultValue("file") String adapter, @DefaultValue("32") @Min(value = 1,
		message = "must be 1 or more") @Max(value = 1000, message = "must be at most 1000") int callsAtOnce) {

}
