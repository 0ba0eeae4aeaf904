package io.frontlineservice.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret does not reveal its value. */
class SecretTests {

	@Test
	void secretPrintsAsThreeAsterisks() {
		assertThat(Secret.of("open sesame")).hasToString("***");
		assertThat(Secret.of("")).hasToString("***");
		assertThat(new Holder(Secret.of("open sesame")).toString()).doesNotContain("sesame");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sesame\n", "sesame\r\n", " sesame ", "\tsesame", "\u2003sesame" })
	void whiteSpaceAroundASecretIsDropped(String value) {
		assertThat(Secret.of(value).reveal()).isEqualTo("sesame");
	}

	@Test
	void whiteSpaceWithinASecretIsKept() {
		assertThat(Secret.of("open sesame").reveal()).isEqualTo("open sesame");
	}

	@Test
	void bytesAreUtf8() {
		assertThat(Secret.of("é").bytes()).containsExactly(0xC3, 0xA9);
	}

	@Test
	void secretsAreEqualIfTheirValuesAre() {
		assertThat(Secret.of("a\n")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
		assertThat(Secret.of("a")).isNotEqualTo(Secret.of("A")).isNotEqualTo("a").isNotEqualTo(null);
		assertThat(Secret.of("a").hashCode()).isNotEqualTo(Secret.of("b").hashCode());
	}

	@Test
	void constraintsValidateASecretWithoutShowingIt() {
		try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
			Validator validator = factory.getValidator();

			assertThat(validator.validate(new Holder(Secret.of("0123")))).isEmpty();
			assertThat(validator.validate(new Holder(Secret.of("sesame")))).singleElement()
				.satisfies((violation) -> assertThat(violation.toString()).doesNotContain("sesame"));
		}
	}

	/** Settings with a secret. */
	private record Holder(@Pattern(regexp = "[0-9]*") Secret secret) {
	}

}
