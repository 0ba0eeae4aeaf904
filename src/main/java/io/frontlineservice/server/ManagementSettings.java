package io.frontlineservice.server;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the management port.
 *
 * @param hosts host names accepted in addition to loopback, such as the container name
 * that Prometheus uses
 */
@ConfigurationProperties("frontline.management")
record ManagementSettings(@DefaultValue List<String> hosts) {

}
