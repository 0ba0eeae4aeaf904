package io.frontlineservice.crm.airtable;

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
import io.frontlineservice.sandbox.crm.airtable.Table;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** An error of Airtable is an error, never an empty answer. */
class AirtableErrorTests {

	private static final String JSON = "application/json";

	private static TestAirtable airtable;

	private final AirtableCrm crm = airtable.crm();

	@BeforeAll
	static void start() {
		airtable = new TestAirtable();
	}

	@AfterAll
	static void stop() {
		airtable.close();
	}

	@BeforeEach
	void addRecord() {
		airtable.base().server().faults().clear();
		airtable.add(1, "Nora Lind", ADA);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			400 | {"error":{"type":"INVALID_REQUEST","message":"Nora Lind"}}                       | INVALID_REQUEST
			401 | {"error":{"type":"AUTHENTICATION_REQUIRED","message":"Authentication required"}} | CREDENTIALS
			403 | {"error":{"type":"INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND","message":"Nora Lind"}} | PERMISSION
			404 | {"error":"NOT_FOUND"}                                                            | INVALID_REQUEST
			404 | {"error":{"type":"NOT_FOUND"}}                                                   | INVALID_REQUEST
			404 | {"errors":[{"error":"NOT_FOUND","message":"Nora Lind"}]}                         | INVALID_REQUEST
			404 | {"message":"not from Airtable"}                                                  | UNREADABLE
			404 | <html>Not found</html>                                                           | UNREADABLE
			413 | {}                                                                               | INVALID_REQUEST
			422 | {"error":{"type":"INVALID_FILTER_BY_FORMULA","message":"Nora Lind"}}             | INVALID_REQUEST
			422 | {"error":{"type":"UNKNOWN_FIELD_NAME","message":"Unknown field name: Nora"}}     | INVALID_REQUEST
			500 | {"error":{"type":"SERVER_ERROR"}}                                                | UNAVAILABLE
			502 | <html>Bad gateway</html>                                                         | UNAVAILABLE
			302 | {}                                                                               | UNREADABLE
			""")
	void statusIsAnError(int status, String body, ErrorClass expected) {
		assertEachFails(CrmReply.text(status, JSON, body), expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>Log in</html>", "{\"records\":", "[]", "null", "{\"records\":{}}", "{}",
			"{\"records\":[{}]}", "{\"records\":[null]}", "{\"records\":[{\"id\":\"x\",\"fields\":{}}]}",
			"{\"records\":[{\"id\":\"rec00000000000001\"}]}" })
	void answerThatCannotBeReadIsAnError(String body) {
		assertEachFails(CrmReply.text(200, JSON, body), ErrorClass.UNREADABLE);
	}

	@Test
	void missingRecordIsNoError() {
		assertThat(this.crm.byId(id(Table.id(2)), Walk.soon())).isEmpty();
	}

	@Test
	void otherRecordIsNotTheOneThatWasAskedFor() {
		airtable.base()
			.server()
			.faults()
			.answerNext(CrmReply.text(200, JSON, "{\"records\":[{\"id\":\"rec00000000000002\",\"fields\":{}}]}"));
		assertThat(this.crm.byId(id(Table.id(1)), Walk.soon())).isEmpty();
	}

	@Test
	void rateLimitIsNotAnOutageAndPausesForHalfAMinute() {
		try (TestAirtable limited = new TestAirtable()) {
			AirtableCrm busy = limited.crm();
			limited.base().server().faults().change(CrmFault.RATE_LIMITED, true);
			assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> busy.byId(id(Table.id(1)), Walk.soon()));
			limited.base().server().faults().clear();
			limited.requests();
			assertThatExceptionOfType(CrmBusyException.class)
				.isThrownBy(() -> busy.byId(id(Table.id(1)), Deadline.in(Duration.ofSeconds(25))));
			assertThat(limited.requests()).as("while Airtable refuses each call").isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			429 | {"error":{"type":"RATE_LIMIT_REACHED"}}                |    | 30
			429 | {"errors":[{"error":"RATE_LIMIT_REACHED"}]}            |    | 30
			429 | {}                                                     |    | 30
			429 | {}                                                     | 3  | 3
			429 | {"error":{"type":"PUBLIC_API_BILLING_LIMIT_EXCEEDED"}} |    | 300
			503 | {"error":{"type":"RETRIABLE_ERROR"}}                   | 5  | 5
			503 | {}                                                     |    |
			""")
	void pauseIsAirtables(int status, String body, String header, Long seconds) {
		HttpHeaders headers = new HttpHeaders();
		if (header != null) {
			headers.set("Retry-After", header);
		}
		assertThat(new AirtableDialect().retryAfter(new ApiAnswer(status, headers, CrmReply.JSON.readTree(body))))
			.isEqualTo((seconds != null) ? Duration.ofSeconds(seconds) : null);
	}

	@Test
	void silentAirtableIsAnsweredByTheDeadline() {
		try (TestAirtable silent = new TestAirtable()) {
			silent.base().server().faults().change(CrmFault.SILENT, true);
			assertThatExceptionOfType(CrmUnavailableException.class)
				.isThrownBy(() -> silent.crm().byId(id(Table.id(1)), Deadline.in(Duration.ofMillis(300))));
		}
	}

	private void assertEachFails(CrmReply reply, ErrorClass expected) {
		assertFails(reply, (it) -> it.list(audience(ADA), "", null, 5, Walk.soon()), expected);
		assertFails(reply, (it) -> it.list(audience(ADA), "nora", null, 5, Walk.soon()), expected);
		assertFails(reply, (it) -> it.byId(id(Table.id(1)), Walk.soon()), expected);
		assertFails(reply, (it) -> it.byAddress(sms("+14155550101"), Walk.soon()), expected);
	}

	private void assertFails(CrmReply reply, Consumer<AirtableCrm> call, ErrorClass expected) {
		airtable.base().server().faults().answerNext(reply);
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> call.accept(this.crm)).satisfies((ex) -> {
			assertThat(ex.errorClass()).isEqualTo(expected);
			assertThat(ex).hasMessageNotContaining("Nora");
		});
	}

}
