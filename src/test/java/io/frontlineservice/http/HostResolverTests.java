package io.frontlineservice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses of a host may be called. */
class HostResolverTests {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.8.9.10", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1",
			"172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.192",
			"198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16", "::1", "::", "fe80::1",
			"fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
			"64:ff9b::a00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a9fe:a9fe::", "2001:0:1::", "2001:db8::1",
			"64:ff9b:1::1", "5f00::1" })
	void privateAddressIsRefused(String address) {
		assertThatExceptionOfType(PrivateAddressException.class).isThrownBy(() -> resolve(address));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1",
			"172.32.0.1", "192.0.1.1", "192.167.1.1", "198.17.255.255", "198.20.0.1", "169.253.1.1", "223.255.255.255",
			"168.63.129.17", "2606:4700::1111", "2a00:1450::1", "64:ff9b::101:101", "2002:101:101::",
			"::ffff:1.1.1.1" })
	void publicAddressIsAccepted(String address) throws Exception {
		assertThat(resolve(address)).hasSize(1);
	}

	private static InetAddress[] resolve(String... addresses) throws UnknownHostException {
		InetAddress[] found = new InetAddress[addresses.length];
		for (int i = 0; i < addresses.length; i++) {
			found[i] = InetAddress.getByName(addresses[i]);
		}
		HostResolver resolver = (host) -> found;
		return resolver.onlyPublic(Set.of("localhost")).resolve("crm.example.com");
	}

	@Test
	void oneOfSeveralAddressesIsEnoughToRefuseAHost() {
		assertThatExceptionOfType(PrivateAddressException.class).isThrownBy(() -> resolve("1.1.1.1", "10.0.0.1"));
	}

	@Test
	void exemptHostMayHaveAnyAddress() throws Exception {
		HostResolver resolver = HostResolver.SYSTEM.onlyPublic(Set.of("127.0.0.1"));
		assertThat(resolver.resolve("127.0.0.1")).hasSize(1);
		assertThatExceptionOfType(PrivateAddressException.class).isThrownBy(() -> resolver.resolve("127.0.0.2"));
	}

	@Test
	void transportConnectsToTheAddressOfTheResolver() throws Exception {
		try (RawServer server = RawServer.sends("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
				Transport transport = transport((host) -> new InetAddress[] { InetAddress.getLoopbackAddress() })) {
			URI url = URI.create("http://crm.invalid:" + URI.create(server.url()).getPort() + "/");
			assertThat(transport.send(new OutgoingRequest("GET", url, Map.of(), null), soon()).body()).isEqualTo("{}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:9/", "http://[::1]:9/", "http://localhost:9/", "http://2130706433:9/",
			"http://0x7f.1:9/" })
	void transportAsksTheResolverForAddressesToo(String url) throws Exception {
		try (Transport transport = transport(HostResolver.SYSTEM.onlyPublic(Set.of()))) {
			UnansweredCallException failure = catchThrowableOfType(UnansweredCallException.class,
					() -> transport.send(new OutgoingRequest("GET", URI.create(url), Map.of(), null), soon()));
			assertThat(failure).hasCauseInstanceOf(UnknownHostException.class);
		}
	}

	@Test
	void proxyOfTheJvmMayHaveAnyAddress() throws Exception {
		HostLookUp lookUp = new HostLookUp(HostResolver.SYSTEM.onlyPublic(Set.of()));
		assertThatExceptionOfType(PrivateAddressException.class).isThrownBy(() -> lookUp.resolve("127.0.0.1"));
		lookUp.noteProxy(new HttpHost("127.0.0.1", 3128));
		lookUp.noteProxy(null);
		assertThat(lookUp.resolve("127.0.0.1")).hasSize(1);
	}

	private static Transport transport(HostResolver hosts) {
		Duration time = Duration.ofSeconds(10);
		return new Transport("test", null, new HttpLimits(time, time, time, time, time, 2, 1_000), hosts);
	}

	private static Deadline soon() {
		return Deadline.in(Duration.ofSeconds(10));
	}

}
