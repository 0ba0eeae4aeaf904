package io.frontlineservice.crm.rest;

import static io.frontlineservice.customer.TestCustomers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.contract.PretendCustomersApi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What errors mean. */
class RestErrorTests {

	@ParameterizedTest
	@CsvSource({ "401, x, CREDENTIALS", "403, x, PERMISSION", "404, x, NOT_FOUND", "400, x, INVALID_REQUEST",
			"409, x, INVALID_REQUEST", "429, x, BUSY", "500, x, UNAVAILABLE", "503, x, UNAVAILABLE",
			"410, x, NOT_FOUND", "400, TOKEN, CREDENTIALS", "403, QUOTA, BUSY", "403, other, PERMISSION",
			"500, DOWN, UNAVAILABLE", "200, QUOTA, BUSY", "200, DENIED, PERMISSION", "400, QUOTA, BUSY",
			"401, TOKEN, CREDENTIALS", "200, FINE, UNREADABLE" })
	void settingsDecideAndOtherwiseHttp(int status, String code, String meaning) {
		try (RestSetup setup = StubbedRest.start(CrmReply.json(status, Map.of("fault", Map.of("id", code))))) {
			setup.set("errors.code", "/fault/id")
				.set("errors.not-found", "410")
				.set("errors.credentials", "400 TOKEN")
				.set("errors.rate-limited", "QUOTA")
				.set("errors.permission", "DENIED, 451");
			Throwable failure = catchThrowable(() -> setup.crm().list(Audience.EVERYONE, "", null, 5, Walk.soon()));
			assertThat((failure instanceof CrmErrorException error) ? error.errorClass().name()
					: (failure instanceof CrmBusyException) ? "BUSY" : "")
				.isEqualTo(meaning);
		}
	}

	@Test
	void missingCustomerIsNoError() {
		try (RestSetup setup = StubbedRest.start(CrmReply.json(404, Map.of()))) {
			assertThat(setup.crm().byId(id("7"), Walk.soon())).isEmpty();
		}
	}

	@Test
	void customerWithAnotherIdIsNotTheOneThatWasAskedFor() {
		try (RestSetup setup = StubbedRest.start(CrmReply.json(200, Map.of("id", "007", "name", "Bond")))) {
			assertThat(setup.crm().byId(id("7"), Walk.soon())).isEmpty();
			assertThat(setup.crm().byId(id("007"), Walk.soon())).isPresent();
		}
	}

	@Test
	void customerWithoutAnIdIsUnreadable() {
		try (RestSetup setup = StubbedRest.start(CrmReply.json(200, Map.of("name", "Bond")))) {
			assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> setup.crm().byId(id("7"), Walk.soon()));
		}
	}

	/** It would make all customers disappear. */
	@Test
	void proxyCannotSayThatACustomerOfOurApiIsMissing() {
		try (RestSetup setup = new RestSetup(new PretendCustomersApi(), PretendCustomersApi.PATH)) {
			setup.server().faults().answerNext(CrmReply.text(404, "text/html", "<html>no such route</html>"));
			assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> setup.crm().byId(id("7"), Walk.soon()));
		}
	}

}
