package io.frontlineservice.crm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.diagnosis.UnusableSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The URL of a CRM's API, and what is below it. */
class ApiUrlTests {

	@ParameterizedTest
	@CsvSource({ "https://api.example.com, https://api.example.com",
			"' https://api.example.com/ ', https://api.example.com",
			"https://example.com:8443/crm/v1//, https://example.com:8443/crm/v1",
			"http://localhost:80, http://localhost:80", "http://127.0.0.1:8090, http://127.0.0.1:8090",
			"http://[::1]:8090, http://[::1]:8090" })
	void urlIsAccepted(String text, String base) {
		assertThat(ApiUrl.of(text).base()).isEqualTo(base);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "api.example.com", "ftp://example.com", "https://", "https://user@example.com",
			"https://example.com?a=b", "https://example.com#a", "https://example.com:99999", "https://exa mple.com",
			"https://example.com/a b", "https://example_com" })
	void otherTextIsRefused(String text) {
		assertThatExceptionOfType(UnusableSettingException.class).isThrownBy(() -> ApiUrl.of(text))
			.withMessageStartingWith("must be a URL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.com", "http://localhost.example.com", "http://127.0.0.1.example.com",
			"http://10.0.0.1" })
	void credentialsAreSentInTheClearOnlyToThisMachine(String text) {
		assertThatExceptionOfType(UnusableSettingException.class).isThrownBy(() -> ApiUrl.of(text))
			.withMessageContaining("https");
	}

	@Test
	void pathIsBelowTheUrl() {
		ApiUrl url = ApiUrl.of("https://example.com/crm");
		assertThat(url.resolve("/contacts?q=a%20b")).hasToString("https://example.com/crm/contacts?q=a%20b");
		assertThat(url.resolve("//other.com")).hasHost("example.com");
		assertThat(url.resolve("https://example.com/crm/next")).hasToString("https://example.com/crm/next");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://example.com.other.com/crm/", "https://example.com/crmother", "https://example.com/",
					"http://example.com/crm/", "https://example.com@other.com/crm/", "HTTPS://other.com/" })
	void linkElsewhereIsRefused(String link) {
		assertThatExceptionOfType(CrmErrorException.class)
			.isThrownBy(() -> ApiUrl.of("https://example.com/crm").resolve(link));
	}

}
