package io.frontlineservice.crm.dataverse;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.crm.CrmFault;
import io.frontlineservice.sandbox.crm.CrmReply;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An error of Dataverse is an error, never an empty answer. */
class DataverseErrorTests {

	private final TestDataverse dataverse = new TestDataverse();

	private final String nora = this.dataverse.contact("Nora Lind", this.dataverse.user(ADA));

	private final DataverseCrm crm = this.dataverse.crm();

	@AfterEach
	void close() {
		this.dataverse.close();
	}

	@ParameterizedTest
	@CsvSource({ "400,0x80060888,INVALID_REQUEST", "401,,CREDENTIALS", "403,0x80040220,PERMISSION",
			"404,0x8006088a,INVALID_REQUEST", "405,,INVALID_REQUEST", "412,0x80060882,INVALID_REQUEST",
			"413,,INVALID_REQUEST", "414,,INVALID_REQUEST", "423,,UNAVAILABLE", "500,0x80044151,UNAVAILABLE",
			"501,,UNAVAILABLE", "502,,UNAVAILABLE", "503,,UNAVAILABLE", "302,,UNREADABLE" })
	void statusIsAnError(int status, String code, ErrorClass expected) {
		assertEachFails(CrmReply.json(status,
				Map.of("error", Map.of("code", (code != null) ? code : "", "message", "Nora Lind"))), expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>Sign in</html>", "{\"value\":", "[]", "null", "{\"value\":{}}", "{}",
			"{\"value\":[{}]}", "{\"value\":[null]}", "{\"value\":[{\"contactid\":7}]}",
			"{\"value\":[{\"contactid\":\"7\"}]}" })
	void answerThatCannotBeReadIsAnError(String body) {
		assertEachFails(CrmReply.text(200, "application/json", body), ErrorClass.UNREADABLE);
	}

	@Test
	void pageOfAProxyIsNotAMissingCustomer() {
		assertEachFails(CrmReply.text(404, "text/html", "<html>Not found</html>"), ErrorClass.UNREADABLE);
		assertEachFails(CrmReply.json(404, Map.of("error", "not found")), ErrorClass.UNREADABLE);
	}

	@Test
	void missingCustomerIsNoError() {
		assertThat(this.crm.byId(id(this.dataverse.tables().newId()), Walk.soon())).isEmpty();
	}

	@Test
	void missingPrivilegeIsNamed() {
		this.dataverse.pretend().callers().revoke("prvReadContact");
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> this.crm.byId(id(this.nora), Walk.soon()))
			.satisfies((ex) -> assertThat(ex.missingPermissions()).containsExactly("prvReadContact"));
	}

	@Test
	void rateLimitIsNotAnOutageAndDataverseIsLeftAlone() {
		this.dataverse.pretend().limit(0);
		assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> this.crm.byId(id(this.nora), Walk.soon()));
		this.dataverse.server().forgetRequests();
		Deadline soon = Deadline.in(Duration.ofMillis(1_500));
		assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> this.crm.byId(id(this.nora), soon));
		assertThat(this.dataverse.server().requests()).as("while Dataverse asks for a pause").isEmpty();
	}

	@Test
	void ownLimitRefusesCallsBeforeDataverseDoes() {
		DataverseCrm limited = this.dataverse.set("calls-per-five-minutes", "3").crm();
		Deadline soon = Deadline.in(Duration.ofSeconds(5));
		assertThat(Walk.all(limited).ids()).hasSize(1);
		limited.byId(id(this.nora), soon);
		assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> limited.byId(id(this.nora), soon));
	}

	@Test
	void silentDataverseIsAnsweredByTheDeadline() {
		this.dataverse.server().faults().change(CrmFault.SILENT, true);
		assertThatExceptionOfType(CrmErrorException.class)
			.isThrownBy(() -> this.crm.byId(id(this.nora), Deadline.in(Duration.ofMillis(300))));
	}

	private void assertEachFails(CrmReply reply, ErrorClass expected) {
		assertFails(reply, (it) -> it.list(audience(ADA), "", null, 5, Walk.soon()), expected);
		assertFails(reply, (it) -> it.list(audience(ADA), "nora", null, 5, Walk.soon()), expected);
		assertFails(reply, (it) -> it.byId(id(this.nora), Walk.soon()), expected);
		assertFails(reply, (it) -> it.byAddress(sms("+14155550101"), Walk.soon()), expected);
	}

	private void assertFails(CrmReply reply, Consumer<DataverseCrm> call, ErrorClass expected) {
		this.dataverse.server().faults().answer((request) -> request.path().endsWith("/contacts"), 1, reply);
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> call.accept(this.crm)).satisfies((ex) -> {
			assertThat(ex.errorClass()).isEqualTo(expected);
			assertThat(ex).hasMessageNotContaining("Nora");
		});
	}

}
