package io.frontlineservice.sandbox.page;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The names of the sandbox's page.
 *
 * @param hosts host names, in addition to those of loopback, that may request the page;
 * needed if {@code server.address} lets other machines connect
 */
@ConfigurationProperties("sandbox.page")
record PageSettings(@DefaultValue List<String> hosts) {

}
