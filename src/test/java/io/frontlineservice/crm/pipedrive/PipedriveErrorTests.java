package io.frontlineservice.crm.pipedrive;

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
import io.frontlineservice.crm.http.RateLimit;
import io.frontlineservice.crm.http.RateLimits;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.crm.CrmFault;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** An error of Pipedrive is an error, never an empty answer. */
class PipedriveErrorTests {

	private static final String JSON = "application/json";

	private static final String REFUSAL = "{\"success\":false,\"error\":\"Nora Lind\",\"data\":null}";

	private final TestPipedrive pipedrive = new TestPipedrive();

	private final PipedriveCrm crm = this.pipedrive.crm();

	@BeforeEach
	void addPerson() {
		this.pipedrive.add(1, "Nora Lind", ADA, "+14155550101");
	}

	@AfterEach
	void close() {
		this.pipedrive.close();
	}

	@ParameterizedTest
	@CsvSource({ "400,INVALID_REQUEST", "401,CREDENTIALS", "402,PERMISSION", "403,PERMISSION", "410,INVALID_REQUEST",
			"422,INVALID_REQUEST", "500,UNAVAILABLE", "502,UNAVAILABLE", "503,UNAVAILABLE", "504,UNAVAILABLE",
			"521,UNAVAILABLE", "302,UNREADABLE", "200,UNREADABLE" })
	void statusIsAnError(int status, ErrorClass expected) {
		assertEachFails(CrmReply.text(status, JSON, REFUSAL), expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>Log in</html>", "{\"success\":", "[]", "null", "{}", "{\"success\":true}",
			"{\"success\":true,\"data\":null}", "{\"success\":true,\"data\":{}}", "{\"success\":true,\"data\":[{}]}",
			"{\"success\":true,\"data\":[null]}", "{\"success\":true,\"data\":[{\"id\":\"1\"}]}",
			"{\"success\":true,\"data\":{\"items\":[{}]}}", "{\"data\":[]}" })
	void answerThatCannotBeReadIsAnError(String body) {
		assertEachFails(CrmReply.text(200, JSON, body), ErrorClass.UNREADABLE);
	}

	@Test
	void missingPersonIsNoError() {
		assertThat(this.crm.byId(id("2"), Walk.soon())).isEmpty();
	}

	@Test
	void missingPageIsNotAMissingPerson() {
		assertFails(CrmReply.text(404, "text/html", "<html>Not found</html>"), (it) -> it.byId(id("1"), Walk.soon()),
				ErrorClass.UNREADABLE);
		assertFails(CrmReply.text(404, JSON, "{\"error\":\"no route\"}"), (it) -> it.byId(id("1"), Walk.soon()),
				ErrorClass.UNREADABLE);
	}

	@Test
	void missingListIsAnError() {
		assertFails(CrmReply.text(404, JSON, REFUSAL), (it) -> it.list(audience(ADA), "", null, 5, Walk.soon()),
				ErrorClass.NOT_FOUND);
		assertFails(CrmReply.text(404, JSON, REFUSAL), (it) -> it.byAddress(sms("+14155550101"), Walk.soon()),
				ErrorClass.NOT_FOUND);
	}

	@Test
	void closedAccountIsNamed() {
		this.pipedrive.pipedrive().server().faults().answerNext(CrmReply.text(402, JSON, REFUSAL));
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> this.crm.byId(id("1"), Walk.soon()))
			.satisfies((ex) -> assertThat(ex.missingPermissions()).containsExactly(PipedriveExamination.OPEN_ACCOUNT));
	}

	@ParameterizedTest
	@CsvSource({ "429,application/json,{}", "429,text/html,<html>", "403,text/html,<html>blocked</html>" })
	void limitIsNotAnOutage(int status, String type, String body) {
		this.pipedrive.pipedrive().server().faults().answerNext(CrmReply.text(status, type, body));
		assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> this.crm.byId(id("1"), Walk.soon()));
		this.pipedrive.requests();
		Deadline soon = Deadline.in(Duration.ofMillis(1_500));
		assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> this.crm.byId(id("1"), soon));
		assertThat(this.pipedrive.requests()).as("while Pipedrive asks for a pause").isEmpty();
	}

	@Test
	void usedUpTokensPauseAllCalls() {
		this.pipedrive.pipedrive().tokensLeft(20);
		assertThatExceptionOfType(CrmBusyException.class)
			.isThrownBy(() -> this.crm.list(audience(ADA), "", null, 5, Walk.soon()));
		this.pipedrive.requests();
		Deadline later = Deadline.in(Duration.ofMinutes(4));
		assertThatExceptionOfType(CrmBusyException.class)
			.isThrownBy(() -> this.crm.byAddress(sms("+14155550101"), later));
		assertThat(this.pipedrive.requests()).isEmpty();
	}

	@Test
	void lastFifthOfTheTokensIsKeptForCallbacks() {
		this.pipedrive.pipedrive().tokensLeft(30_001);
		this.crm.byId(id("1"), Walk.soon());
		assertThatExceptionOfType(CrmBusyException.class)
			.isThrownBy(() -> this.crm.byId(id("1"), Walk.soon().inBackground()));
		assertThat(this.crm.byId(id("1"), Walk.soon())).isPresent();
	}

	@Test
	void silentPipedriveIsAnsweredByTheDeadline() {
		this.pipedrive.pipedrive().server().faults().change(CrmFault.SILENT, true);
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> this.crm.byId(id("1"), Deadline.in(Duration.ofMillis(300))));
	}

	@ParameterizedTest
	@CsvSource({ "429,,,2", "429,,5,5", "429,,86400,2", "429,7,2,7", "503,30,,30", "503,,2,", "403,,2,60" })
	void pauseIsThatOfTheHeadersOrOfTheWindow(int status, String retryAfter, String reset, Long seconds) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("Retry-After", retryAfter);
		headers.set("x-ratelimit-reset", reset);
		ApiAnswer answer = new ApiAnswer(status, headers, CrmReply.JSON.missingNode());
		assertThat(new PipedriveDialect().retryAfter(answer))
			.isEqualTo((seconds != null) ? Duration.ofSeconds(seconds) : null);
	}

	@Test
	void headersOfASearchAreThoseOfTheLimitOfSearches() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		Duration window = Duration.ofSeconds(2);
		RateLimits limits = new RateLimits(List.of(new RateLimit(PipedriveApi.SEARCHES, 10, window),
				new RateLimit(PipedriveApi.CALLS, 20, window)), meters);
		HttpHeaders headers = new HttpHeaders();
		headers.set("x-ratelimit-limit", "10");
		headers.set("x-ratelimit-remaining", "3");
		new PipedriveDialect().observe(new ApiAnswer(200, headers, CrmReply.JSON.missingNode()), limits);
		headers.set("x-ratelimit-limit", "20");
		headers.set("x-ratelimit-remaining", "7");
		new PipedriveDialect().observe(new ApiAnswer(200, headers, CrmReply.JSON.missingNode()), limits);
		assertThat(meters.getMeters()).extracting((meter) -> meter.measure().iterator().next().getValue())
			.contains(3.0, 7.0);
	}

	private void assertEachFails(CrmReply reply, ErrorClass expected) {
		assertFails(reply, (it) -> it.list(audience(ADA), "", null, 5, Walk.soon()), expected);
		assertFails(reply, (it) -> it.byId(id("1"), Walk.soon()), expected);
		assertFails(reply, (it) -> it.byAddress(sms("+14155550101"), Walk.soon()), expected);
		this.crm.list(audience(ADA), "", null, 5, Walk.soon());
		assertFails(reply, (it) -> it.list(audience(ADA), "", null, 5, Walk.soon()), expected);
		assertFails(reply, (it) -> it.list(audience(ADA), "nora", null, 5, Walk.soon()), expected);
	}

	private void assertFails(CrmReply reply, Consumer<PipedriveCrm> call, ErrorClass expected) {
		this.pipedrive.pipedrive().server().faults().answerNext(reply);
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> call.accept(this.crm)).satisfies((ex) -> {
			assertThat(ex.errorClass()).isEqualTo(expected);
			assertThat(ex).hasMessageNotContaining("Nora");
		});
	}

}
