package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests the doctor on the page. */
@RunningSandbox
class DoctorButtonTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	private PretendTwilio twilio;

	@LocalServerPort
	private int port;

	@Test
	void doctorExaminesPretendTwilioAndChangesNothing() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		int writes = this.twilio.audit().writes();
		Locator doctor = page.region("Doctor");
		doctor.getByText("Examine").click();
		Locator findings = doctor.getByRole(AriaRole.LISTITEM);
		assertThat(findings.filter(new Locator.FilterOptions().setHasText("credentials")).first())
			.containsText("holds");
		assertThat(doctor).containsText("customers in the file: 40");
		assertThat(doctor.getByRole(AriaRole.STATUS)).hasText(Pattern.compile("\\d+ hold, \\d+ warnings, \\d+ to fix"));
		org.assertj.core.api.Assertions.assertThat(this.twilio.audit().writes()).isEqualTo(writes);
	}

}
