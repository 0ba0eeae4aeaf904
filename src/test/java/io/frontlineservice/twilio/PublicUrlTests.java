package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.diagnosis.UnusableSettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The URLs that are accepted as the one that Twilio signed. */
class PublicUrlTests {

	private static final Map<String, String> FORM = Map.of("Worker", "ada@example.com");

	@Test
	void queryWithARepeatedNameIsAccepted() {
		Verification verification = new Verification("https://mycompany.com", "12345");
		String call = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309"
				+ "&To=%2B18005551212";

		assertThat(verification.accepts("MY9AQvcoW47K31fpCPNjRwfyJ4I=", "/cb?a=1&a=2", call)).isTrue();
		assertThat(verification.accepts("MY9AQvcoW47K31fpCPNjRwfyJ4I=", "/cb?a=2&a=1", call)).isFalse();
		assertThat(verification.accepts("F8PUBV8i1YLU1bwdQ5tsRNg17YQ=", "/caf%C3%A9/a%2Fb?q=%C3%B1", call)).isTrue();
		assertThat(verification.accepts("ZjQon+GSu7ZK+kaE1CuxzLSz/y0=", "/caf%C3%A9/a%2Fb?q=%C3%B1", call)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "b=1&a=2", "a=", "a", "a&b", "a=b=c", "q=a+b", "q=a%20b", "q=%c3%b1", "q=%C3%B1", "", "&",
			"a=1&&b=2", "from=%2B1415", "from=+1415", "to=a@b.example", "to=sip:a@b", "x=a%26b%3Dc", "q=%zz", "q=%",
			"q=a,b;c", "q=it's", "q=it%27s", "q=~*()!", "u=https://a.example/?b", "q={x}|y" })
	void queryIsVerifiedByteForByte(String query) {
		Verification verification = new Verification("https://fis.example.com", "12345");
		String target = "/callbacks/crm?" + query;

		assertThat(verification.accepts(signed("https://fis.example.com" + target), target, FORM)).isTrue();
		assertThat(verification.accepts(signed("https://fis.example.com:443" + target), target, FORM)).isTrue();
		assertThat(verification.accepts(signed("https://fis.example.com/callbacks/crm"), target, FORM)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "from=%2B1415, from=+1415", "from=+1415, from=%2B1415", "a=1&b=2, b=2&a=1", "a=, a", "a, a=",
			"q=%c3%b1, q=%c3%B1" })
	void equivalentQueryWithOtherBytesIsRefused(String signed, String received) {
		Verification verification = new Verification("https://fis.example.com", "12345");
		String signature = signed("https://fis.example.com/callbacks/crm?" + signed);

		assertThat(verification.accepts(signature, "/callbacks/crm?" + received, FORM)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "it's=it's, it%27s=it%27s", "a=b@c&d, a=b%40c&d", "a='=', a=%27%3D%27",
			"'&=', %27&=%27", "a='&b=%zz, a=%27&b=%zz", "a=b&'&, a=b&%27&", "&a=', &a=%27", "a='&, a=%27&" })
	void queryMayBeSignedAsAFormWouldEncodeIt(String received, String signed) {
		Verification verification = new Verification("https://fis.example.com", "12345");
		String signature = signed("https://fis.example.com:443/callbacks/crm?" + signed);

		assertThat(verification.accepts(signature, "/callbacks/crm?" + received, FORM)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://MyCompany.COM", "https://bücher.example", "https://xn--bcher-kva.example",
			"https://my_host.example", "https://[2001:db8::1]", "https://fis.example.com./", "https://fis/a/b/",
			"https://fis/a%2Fb/caf%c3%a9" })
	void hostAndPathAreUsedAsConfigured(String url) {
		String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;

		assertThat(new Verification(url, "12345").accepts(signed(base + "/callbacks/crm"), "/callbacks/crm", FORM))
			.isTrue();
	}

	@Test
	void defaultPortIsAddedToAHostNameWithAnUnderscore() {
		String signature = signed("https://my_host.example:443/cb");

		assertThat(new Verification("https://my_host.example", "12345").accepts(signature, "/cb", FORM)).isTrue();
	}

	@Test
	void defaultPortIsAddedBehindTheBracketsOfAnAddress() {
		assertThat(PublicUrl.of("http://[::1]").candidates("/cb", null)).containsExactly("http://[::1]/cb",
				"http://[::1]:80/cb");
	}

	@Test
	void pathThatTheProxyStripsIsPartOfTheUrl() {
		assertThat(PublicUrl.of("https://fis.example.com/twilio").candidates("/callbacks/crm", null)).containsExactly(
				"https://fis.example.com/twilio/callbacks/crm", "https://fis.example.com:443/twilio/callbacks/crm");
	}

	@Test
	void trailingSlashOfTheRequestIsKept() {
		assertThat(PublicUrl.of("https://a.example:8443/").candidates("/callbacks/crm/", null))
			.containsExactly("https://a.example:8443/callbacks/crm/", "https://a.example/callbacks/crm/");
	}

	@Test
	void noMoreThanEightUrlsAreTried() {
		assertThat(PublicUrl.of("https://u:p@a.example:8443/x").candidates("/cb", "q='")).hasSize(8)
			.contains("https://u:p@a.example:8443/x/cb?q='", "https://a.example/x/cb?q=%27");
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example/cb", "http://a.example/cb?", "https://b.example/cb", "https://a.example:444/cb",
			"https://a.example/CB", "https://a.example/cb/", "https://x@a.example/cb", "https://A.example/cb?" })
	void otherUrlsAreRefused(String url) {
		boolean theOne = url.equals("https://a.example/cb");

		assertThat(new Verification("https://a.example", "12345").accepts(signed(url), "/cb", FORM)).isEqualTo(theOne);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a.example", "ftp://a.example", "https://", "https:///x", "https://a.example?x=1",
			"https://a.example/#x", "https://a.example:x", "https://a.example:123456", "https://a example",
			"https://a.example/a b" })
	void invalidUrlIsRefused(String url) {
		assertThatExceptionOfType(UnusableSettingException.class).isThrownBy(() -> PublicUrl.of(url))
			.withMessageContaining("https://frontline.example.com");
	}

	@Test
	void userInfoIsNotPrinted() {
		assertThat(PublicUrl.of(" HTTPS://u:secret@a.example:8443/x/ ")).hasToString("https://a.example:8443/x");
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:8080, true", "http://127.0.0.1, true", "http://[::1]:80, true",
			"http://LocalHost, true", "http://localhost.example, false", "http://10.0.0.1, false" })
	void onlyLocalhostIsLoopback(String url, boolean loopback) {
		assertThat(PublicUrl.of(url).isLoopback()).isEqualTo(loopback);
	}

	private static String signed(String url) {
		return SignedRequest.sign(url, FORM, "12345");
	}

}
