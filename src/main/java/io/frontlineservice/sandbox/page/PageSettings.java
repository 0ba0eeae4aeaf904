package io.frontlineservice.sandbox.page;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The names of the sandbox's page.
 *
 * @param hosts names other than those of loopback under which the page may be requested,
 * for a sandbox whose {@code server.address} lets other machines connect
 */
@ConfigurationProperties("sandbox.page")
record PageSettings(@DefaultValue List<String> hosts) {

}
