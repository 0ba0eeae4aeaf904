package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** What does not fit together is logged when the service has started. */
@ExtendWith(OutputCaptureExtension.class)
class CrossCheckLogTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void eachWarningIsOneLineWithItsFix(CapturedOutput output) {
		new CrossCheckLog(List.of(() -> List.of(Observation.warning("one is wrong", "fix it\nor leave it")),
				() -> List.of(Observation.problem("two is wrong", null))), this.environment)
			.log();
		assertThat(output.getOut().lines()).satisfiesExactly(
				(line) -> assertThat(line).contains("one is wrong: fix it; or leave it"),
				(line) -> assertThat(line).contains("two is wrong").doesNotContain("two is wrong:"));
	}

	@Test
	void failureOfACheckIsLoggedWithoutItsMessage(CapturedOutput output) {
		new CrossCheckLog(List.of(() -> {
			throw new IllegalStateException("some-value");
		}, () -> List.of(Observation.warning("two is wrong", "fix it"))), this.environment).log();
		assertThat(output.getOut()).contains("failed with java.lang.IllegalStateException", "two is wrong: fix it")
			.doesNotContain("some-value");
	}

	@ParameterizedTest
	@CsvSource({ "classpath:sandbox/templates.yml, false", "templates.yml, true", ", true" })
	void fileOfTheProgramNeedNotFitTheDataOfTheOperator(String location, boolean logged, CapturedOutput output) {
		if (location != null) {
			this.environment.setProperty("frontline.templates.location", location);
		}
		new CrossCheckLog(List.of(new OfTemplates()), this.environment).log();
		assertThat(output.getOut().contains("one is wrong")).isEqualTo(logged);
	}

	/** A check of a file that a setting names. */
	private static final class OfTemplates implements CrossCheck {

		@Override
		public String setting() {
			return "frontline.templates.location";
		}

		@Override
		public List<Observation> observations() {
			return List.of(Observation.warning("one is wrong", "fix it"));
		}

	}

}
