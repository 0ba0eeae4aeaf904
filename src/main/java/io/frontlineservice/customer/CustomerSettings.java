package io.frontlineservice.customer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the visibility of customers.
 *
 * @param visibility whether a worker sees their own customers, those of their team, or
 * all customers
 */
@ConfigurationProperties("frontline")
record CustomerSettings(@DefaultValue("owner") Visibility visibility) {

}
