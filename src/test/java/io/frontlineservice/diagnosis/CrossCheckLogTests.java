package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What does not fit together is logged when the service has started. */
@ExtendWith(OutputCaptureExtension.class)
class CrossCheckLogTests {

	@Test
	void eachWarningIsOneLineWithItsFix(CapturedOutput output) {
		new CrossCheckLog(List.of(() -> List.of(Observation.warning("one is wrong", "fix it\nor leave it")),
				() -> List.of(Observation.problem("two is wrong", null))))
			.log();
		assertThat(output.getOut().lines()).satisfiesExactly(
				(line) -> assertThat(line).contains("one is wrong: fix it; or leave it"),
				(line) -> assertThat(line).contains("two is wrong").doesNotContain("two is wrong:"));
	}

	@Test
	void failureOfACheckIsLoggedWithoutItsMessage(CapturedOutput output) {
		new CrossCheckLog(List.of(() -> {
			throw new IllegalStateException("some-value");
		}, () -> List.of(Observation.warning("two is wrong", "fix it")))).log();
		assertThat(output.getOut()).contains("failed with java.lang.IllegalStateException", "two is wrong: fix it")
			.doesNotContain("some-value");
	}

}
