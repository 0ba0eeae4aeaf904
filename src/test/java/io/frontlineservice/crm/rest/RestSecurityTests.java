package io.frontlineservice.crm.rest;

import static io.frontlineservice.crm.rest.StubbedRest.record;
import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.sandbox.crm.CrmReply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an API can make the service do: nothing but read an answer. */
@Timeout(30)
class RestSecurityTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example.com/c", "http://169.254.169.254/latest/meta-data/",
			"http://localhost:1/c", "//evil.example.com/c", "http://user@localhost/c", "file:///etc/passwd" })
	void linkToAnotherServerIsNotFollowed(String link) {
		try (RestSetup setup = StubbedRest.start(linkedTo(link))) {
			RestCrm crm = linked(setup).crm();
			String next = crm.list(Audience.EVERYONE, "", null, 5, Walk.soon()).next();
			setup.requests();
			CrmErrorException failure = catchThrowableOfType(CrmErrorException.class,
					() -> crm.list(Audience.EVERYONE, "", next, 5, Walk.soon()));
			assertThat(failure).hasMessageContaining("frontline.crm.rest.hosts");
			assertThat(failure.errorClass()).isEqualTo(ErrorClass.UNREADABLE);
			assertThat(setup.requests()).isEmpty();
		}
	}

	@Test
	void linkToAHostOfTheSettingsIsFollowed() {
		try (RestSetup other = StubbedRest.start(StubbedRest.data(record("2", ADA)));
				RestSetup setup = StubbedRest.start(linkedTo(other.server().url() + "/more?p=2"))) {
			String host = other.server().url().getAuthority();
			assertThat(Walk.all(linked(setup).set("hosts", host).crm()).ids()).containsExactly("1", "2");
			assertThat(other.requests()).containsExactly("GET /more?p=2");
		}
	}

	@Test
	void redirectIsNotFollowed() {
		try (RestSetup other = StubbedRest.start(StubbedRest.data());
				RestSetup setup = StubbedRest
					.start(CrmReply.json(302, Map.of()).with("Location", other.server().url() + "/c"))) {
			assertThat(failure(setup)).isEqualTo(ErrorClass.UNREADABLE);
			assertThat(other.requests()).isEmpty();
		}
	}

	@Test
	void longAnswerIsRefused() {
		CrmReply huge = CrmReply.text(200, "application/json", "{\"id\": \"" + "7".repeat(6_000_000) + "\"}");
		try (RestSetup setup = StubbedRest.start(huge)) {
			assertThat(failure(setup)).isEqualTo(ErrorClass.UNAVAILABLE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>Login</html>", "", "7", "{\"id\": ", "[[[", "null" })
	void answerThatIsNotJsonIsUnreadable(String body) {
		try (RestSetup setup = StubbedRest.start(CrmReply.text(200, "application/json", body))) {
			assertThat(failure(setup)).isEqualTo(ErrorClass.UNREADABLE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\": {\"id\": 1}}", "{\"items\": []}", "{\"data\": 7}", "{\"data\": [1, 2]}",
			"{\"data\": [null]}", "[]" })
	void listWithoutRecordsAtTheirPlaceIsUnreadableAndNotEmpty(String body) {
		try (RestSetup setup = StubbedRest.start(CrmReply.text(200, "application/json", body))) {
			CrmErrorException failure = catchThrowableOfType(CrmErrorException.class,
					() -> setup.crm().list(Audience.EVERYONE, "", null, 5, Walk.soon()));
			assertThat(failure.errorClass()).isEqualTo(ErrorClass.UNREADABLE);
		}
	}

	private static ErrorClass failure(RestSetup setup) {
		return catchThrowableOfType(CrmErrorException.class, () -> setup.crm().byId(id("7"), Walk.soon())).errorClass();
	}

	private static CrmReply linkedTo(String link) {
		return CrmReply.json(200, Map.of("data", List.of(record("1", ADA)), "next", link));
	}

	private static RestSetup linked(RestSetup setup) {
		return setup.set("paging.type", "next-link").set("paging.next", "/next");
	}

}
