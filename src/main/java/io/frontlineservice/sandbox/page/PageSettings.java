package io.frontlineservice.sandbox.page;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may open the sandbox's page.
 *
 * @param hosts names beside those of loopback under which the page may be asked for, of a
 * sandbox whose {@code server.address} lets others reach it
 */
@ConfigurationProperties("sandbox.page")
record PageSettings(@DefaultValue List<String> hosts) {

}
