package io.frontlineservice.customer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may see which customers.
 *
 * @param visibility whether a worker sees the customers they own, those of their team, or
 * all
 */
@ConfigurationProperties("frontline")
record CustomerSettings(@DefaultValue("owner") Visibility visibility) {

}
