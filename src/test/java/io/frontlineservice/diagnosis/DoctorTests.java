package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.TestEnvironment;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * The doctor runs all examinations, and only the doctor skips the check at the start.
 */
class DoctorTests {

	@Test
	void failingExaminationDoesNotStopOthersAndQuotesNothing() {
		Report report = Doctor.examine(List.of(examination(Subject.CLOCK, () -> {
			throw new IllegalStateException("some value");
		}), examination(Subject.CRM, () -> List.of(Observation.holds("it is there")))), new StandardEnvironment());

		assertThat(report.text())
			.contains("clock\n  !!  the examination failed (IllegalStateException)", "CRM\n  ok  it is there")
			.doesNotContain("some value");
	}

	@Test
	void examinationsOfOneSubjectAreReportedTogether() {
		Report report = Doctor.examine(List.of(examination(Subject.CRM, () -> List.of(Observation.holds("one"))),
				examination(Subject.CLOCK, List::of),
				examination(Subject.CRM, () -> List.of(Observation.holds("two")))), new StandardEnvironment());

		assertThat(report.text()).contains("CRM\n  ok  one\n  ok  two\n");
	}

	@Test
	void everySubjectIsExaminedEvenWithoutConfiguration() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(Examination.class))
			.extracting(Examination::subject)
			.contains(Subject.values());
		assertThat(Doctor.examine(new StandardEnvironment()).observations()).containsOnlyKeys(Subject.values())
			.allSatisfy((subject, seen) -> assertThat(seen).isNotEmpty()
				.noneMatch((it) -> it.seen().contains("examination failed")));
	}

	@Test
	void startCheckSkipsOnlyDoctor() {
		StandardEnvironment environment = TestEnvironment.of("doctor", "", "spring.main.sources",
				ConfigurationReading.class.getName(), "spring.profiles.active", "doctor");
		SpringApplication service = new SpringApplication(Object.class);
		service.setMainApplicationClass(ConfigurationReading.class);
		service.getSources().add(ConfigurationReading.class.getName());

		assertThatExceptionOfType(ConfigurationRefusedException.class)
			.isThrownBy(() -> new StartCheck().postProcessEnvironment(environment, service));
		new StartCheck().postProcessEnvironment(environment, new ConfigurationReading());
	}

	private static Examination examination(Subject subject, Supplier<List<Observation>> examining) {
		return new Examination() {
			@Override
			public Subject subject() {
				return subject;
			}

			@Override
			public List<Observation> examine(Environment environment) {
				return examining.get();
			}
		};
	}

}
