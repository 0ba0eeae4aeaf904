package io.frontlineservice.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.FrontlineIntegrationService;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The service does not start with a database that it will never be able to use. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTests {

	@Test
	void startWithUnknownDatabaseIsRefusedWithReasonAndWithoutStackTrace(CapturedOutput output) {
		String url = TestPostgres.newDatabase().replaceFirst("/db_", "/none_");
		assertThatExceptionOfType(BeanCreationException.class)
			.isThrownBy(() -> new SpringApplication(FrontlineIntegrationService.class).run(
					"--frontline.public-url=https://fis.example.com",
					"--frontline.twilio.account-sid=" + SignedRequest.ACCOUNT_SID,
					"--frontline.twilio.auth-token=" + SignedRequest.TOKEN,
					"--frontline.workers.location=classpath:sandbox/workers.yml",
					"--frontline.store.url=jdbc:sqlite:target/stores/${random.uuid}.db",
					"--frontline.twilio.api-url=http://localhost:1", "--server.port=0", "--management.server.port=0",
					"--frontline.crm.adapter=jdbc", "--frontline.crm.jdbc.url=" + url,
					"--frontline.crm.jdbc.schema=managed"));
		assertThat(output)
			.contains("The database of the customers cannot be used as configured:", "SQLSTATE 3D000",
					"check frontline.crm.jdbc.url")
			.doesNotContain("PSQLException", "none_", "\tat ");
	}

}
