package io.frontlineservice.server;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may ask the management port.
 *
 * @param hosts names beside those of loopback under which it may be asked, such as the
 * name of the container that Prometheus reads from
 */
@ConfigurationProperties("frontline.management")
record ManagementSettings(@DefaultValue List<String> hosts) {

}
