package io.frontlineservice.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The host names that the management port accepts. */
class ManagementHostFilterTests {

	private final ManagementHostFilter filter = new ManagementHostFilter(new AllowedHosts(List.of("my_host")));

	@ParameterizedTest
	@CsvSource({ "10.0.0.5,10.0.0.5,200", "10.0.0.6,10.0.0.5,403", "[fd00::5],fd00:0:0:0:0:0:0:5,200",
			"[FD00:0::0005],fd00:0:0:0:0:0:0:5,200", "[fe80::5],fe80:0:0:0:0:0:0:5%1,200",
			"[fd00::6],fd00:0:0:0:0:0:0:5,403", "[fd00::5],10.0.0.5,403", "[evil.example],10.0.0.5,403" })
	void connectedAddressIsAnAllowedHost(String host, String localAddress, int status) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("Host", host);
		request.setServerName(host);
		request.setLocalAddr(localAddress);
		assertThat(status(request)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "http://my_host:3000,200", "https://my_host,200", "http://[::1]:8080,200", "http://your_host,403",
			"http://my_host.evil.example,403", "http://localhost:x@evil.example,403", "http://localhost@evil,403" })
	void configuredHostsAreAllowedOrigins(String origin, int status) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("Origin", origin);
		assertThat(status(request)).isEqualTo(status);
	}

	private int status(MockHttpServletRequest request) throws ServletException, IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.filter.doFilter(request, response, new MockFilterChain());
		return response.getStatus();
	}

}
