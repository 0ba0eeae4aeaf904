package io.frontlineservice.crm;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which CRM the customers come from.
 *
 * @param adapter the name of the CRM's adapter
 */
@ConfigurationProperties("frontline.crm")
record CrmSettings(@DefaultValue("file") String adapter) {

}
