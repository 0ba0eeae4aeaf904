package io.frontlineservice.crm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontlineservice.http.HostResolver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To which servers the requests of a CRM, and its credentials, may be sent. */
class ApiServersTests {

	private static final ApiUrl URL = ApiUrl.of("https://crm.example.com/v1");

	private static final ApiServers SERVERS = ApiServers.of(URL, List.of(ApiUrl.of("https://files.example.com:8443")),
			false, "frontline.crm.rest");

	@ParameterizedTest
	@CsvSource({ "/contacts?a=b, https://crm.example.com/v1/contacts?a=b",
			"https://crm.example.com/v2/contacts?$skip=%20, https://crm.example.com/v2/contacts?$skip=%20",
			"https://CRM.example.com:443/, https://CRM.example.com:443/",
			"https://files.example.com:8443/a, https://files.example.com:8443/a",
			"//other.example.com/a, https://crm.example.com/v1//other.example.com/a" })
	void requestToAnAllowedServerIsUnchanged(String target, String url) {
		assertThat(SERVERS.resolve(target)).hasToString(url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://other.example.com/", "http://crm.example.com/v1/",
			"https://crm.example.com:8443/", "https://files.example.com/", "https://crm.example.com.evil.com/",
			"https://crm.example.com@evil.com/", "https://evil@crm.example.com/",
			"https://169.254.169.254/latest/meta-data", "http://169.254.169.254/", "file:///etc/passwd",
			"ftp://crm.example.com/", "mailto:a@crm.example.com", "https:/v1", "https:///v1",
			"https://crm.example.com\\@evil.com/", "gopher://127.0.0.1:9/" })
	void requestToAnotherServerIsRefused(String target) {
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> SERVERS.resolve(target))
			.satisfies((it) -> assertThat(it.errorClass()).isEqualTo(ErrorClass.UNREADABLE));
	}

	@Test
	void messageNamesTheSettingAndNotTheHost() {
		assertThatExceptionOfType(CrmErrorException.class)
			.isThrownBy(() -> SERVERS.resolve("https://other.example.com/"))
			.withMessageContaining("frontline.crm.rest.hosts")
			.withMessageNotContaining("other.example");
	}

	@Test
	void requestsOfOtherAdaptersAreBelowTheirUrl() {
		assertThatExceptionOfType(CrmErrorException.class)
			.isThrownBy(() -> ApiServers.of(URL).resolve("https://crm.example.com/v2/"));
		assertThat(ApiServers.of(URL).resolve("https://crm.example.com/v1/a")).hasPath("/v1/a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.1.2.3", "169.254.169.254", "fd00:ec2::254" })
	void hostWithAPrivateAddressIsNotCalled(String address) {
		assertThat(failure(SERVERS, address)).hasMessageContaining("private address")
			.hasMessageContaining("frontline.crm.rest.private-addresses");
	}

	@Test
	void configuredServerWithoutLinksMayHaveAnyAddress() {
		ApiServers servers = ApiServers.of(ApiUrl.of("https://crm.example.com:9"));
		assertThat(failure(servers, "127.0.0.1")).hasMessageNotContaining("private address");
	}

	@Test
	void settingPermitsPrivateAddresses() {
		ApiServers servers = ApiServers.of(ApiUrl.of("https://crm.example.com:9"), List.of(), true,
				"frontline.crm.rest");
		assertThat(failure(servers, "127.0.0.1")).hasMessageNotContaining("private address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:9", "http://127.0.0.1:9", "http://[::1]:9", "https://localhost:9" })
	void urlOfThisMachineIsCalled(String url) {
		assertThat(failure(ApiServers.of(ApiUrl.of(url), List.of(), false, "frontline.crm.rest"), null))
			.hasMessageNotContaining("private address");
	}

	private static CrmErrorException failure(ApiServers servers, String address) {
		HostResolver resolver = (host) -> InetAddress.getAllByName((address != null) ? address : host);
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		try (CrmApi api = CrmApi.of(servers, ApiDialect.USUAL, new RateLimits(List.of(), meters), resolver, meters)) {
			return catchThrowableOfType(CrmErrorException.class,
					() -> api.call(ApiRequest.get("/contacts"), StubbedApi.soon()));
		}
	}

}
