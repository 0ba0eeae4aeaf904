package io.frontlineservice.crm.hubspot;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.crm.CrmFault;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.hubspot.PretendHubSpot;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** An error of HubSpot is an error, never an empty answer. */
class HubSpotErrorTests {

	private static final String JSON = "application/json";

	private final TestHubSpot hubSpot = new TestHubSpot();

	private final HubSpotCrm crm = this.hubSpot.crm();

	@BeforeEach
	void addContact() {
		this.hubSpot.add(1, "Nora", "Lind", ADA);
	}

	@AfterEach
	void close() {
		this.hubSpot.close();
	}

	@ParameterizedTest
	@CsvSource({ "400,INVALID_REQUEST", "401,CREDENTIALS", "403,PERMISSION", "423,UNAVAILABLE", "477,UNAVAILABLE",
			"500,UNAVAILABLE", "502,UNAVAILABLE", "503,UNAVAILABLE", "504,UNAVAILABLE", "521,UNAVAILABLE",
			"302,UNREADABLE" })
	void statusIsAnError(int status, ErrorClass expected) {
		assertEachFails(CrmReply.text(status, JSON, "{\"status\":\"error\",\"message\":\"Nora Lind\"}"), expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>Log in</html>", "{\"results\":", "[]", "null", "{\"results\":{}}", "{}",
			"{\"results\":[{}]}", "{\"results\":[null]}", "{\"results\":[{\"id\":null}]}" })
	void answerThatCannotBeReadIsAnError(String body) {
		assertEachFails(CrmReply.text(200, JSON, body), ErrorClass.UNREADABLE);
	}

	@Test
	void missingContactIsNoError() {
		assertThat(this.crm.byId(id("2"), Walk.soon())).isEmpty();
	}

	@Test
	void missingPageIsNotAMissingContact() {
		this.hubSpot.account().server().faults().answerNext(CrmReply.text(404, "text/html", "<html>Not found</html>"));
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> this.crm.byId(id("1"), Walk.soon()));
	}

	@Test
	void missingSearchIsAnError() {
		assertFails(CrmReply.text(404, JSON, "{\"status\":\"error\",\"category\":\"OBJECT_NOT_FOUND\"}"),
				(it) -> it.byAddress(sms("+14155550101"), Walk.soon()), ErrorClass.NOT_FOUND);
	}

	@Test
	void missingScopeIsNamed() {
		this.hubSpot.account().revoke(PretendHubSpot.CONTACTS_SCOPE);
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> this.crm.byId(id("1"), Walk.soon()))
			.satisfies((ex) -> assertThat(ex.missingPermissions()).containsExactly(PretendHubSpot.CONTACTS_SCOPE));
	}

	@Test
	void rateLimitIsNotAnOutage() {
		this.hubSpot.account().server().faults().change(CrmFault.RATE_LIMITED, true);
		assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> this.crm.byId(id("1"), Walk.soon()));
		this.hubSpot.requests();
		Deadline soon = Deadline.in(Duration.ofMillis(1_500));
		assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> this.crm.byId(id("1"), soon));
		assertThat(this.hubSpot.requests()).as("while HubSpot asks for a pause").isEmpty();
	}

	@Test
	void silentHubSpotIsAnsweredByTheDeadline() {
		this.hubSpot.account().server().faults().change(CrmFault.SILENT, true);
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> this.crm.byId(id("1"), Deadline.in(Duration.ofMillis(300))));
	}

	@Test
	void deadHubSpotIsAnError() {
		this.hubSpot.account().server().faults().change(CrmFault.DEAD, true);
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> this.crm.byId(id("1"), Walk.soon()));
	}

	@ParameterizedTest
	@CsvSource({ "2,2000", "300,30000", "1500,1500", "90000,30000" })
	void pauseIsInSecondsOrMilliseconds(String header, long millis) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("Retry-After", header);
		JsonNode body = CrmReply.JSON.readTree("{}");
		assertThat(new HubSpotDialect().retryAfter(new ApiAnswer(429, headers, body)))
			.isEqualTo(Duration.ofMillis(millis));
	}

	private void assertEachFails(CrmReply reply, ErrorClass expected) {
		assertFails(reply, (it) -> it.list(audience(ADA), "", null, 5, Walk.soon()), expected);
		assertFails(reply, (it) -> it.list(audience(ADA), "nora", null, 5, Walk.soon()), expected);
		assertFails(reply, (it) -> it.byId(id("1"), Walk.soon()), expected);
		assertFails(reply, (it) -> it.byAddress(sms("+14155550101"), Walk.soon()), expected);
	}

	private void assertFails(CrmReply reply, Consumer<HubSpotCrm> call, ErrorClass expected) {
		this.hubSpot.account().server().faults().answerNext(reply);
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> call.accept(this.crm)).satisfies((ex) -> {
			assertThat(ex.errorClass()).isEqualTo(expected);
			assertThat(ex).hasMessageNotContaining("Nora");
		});
	}

}
