package io.frontlineservice.worker;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The name that signs a worker's messages. */
class WorkerNameTests {

	@Test
	void nameInDirectoryTakesPrecedence() {
		assertThat(named("Dr. J. Doe").name()).isEqualTo("Dr. J. Doe");
	}

	@Test
	void emailAddressIsNotName() {
		assertThat(named("jo@example.com").name()).isEqualTo("Ada Okafor");
	}

	@ParameterizedTest
	@CsvSource({ "jo.doe@example.com,Jo Doe", "JO_DOE2@x,Jo Doe", "jo-doe@example.com,Jo Doe", "jo@example.com,Jo",
			"jo.doe+frontline@example.com,Jo Doe", "jo..doe@example.com,Jo Doe", ".jo.@example.com,Jo", "jo,Jo",
			"'jo doe',Jo Doe", "j0e.d0e@example.com,J0e D0e", "jo.2.doe.17@example.com,Jo Doe",
			"élodie.ångström@example.com,Élodie Ångström", "o'brien@example.com,O'brien", "ǆ@example.com,ǅ",
			"jo@doe@example.com,Jo", "Jo Doe (jo@example.com),Jo Doe", "Jo Doe <jo@example.com>,Jo Doe",
			"jo２@example.com,Jo" })
	void nameIsMadeFromWordsOfIdentity(String identity, String name) {
		assertThat(Worker.unknown(identity(identity)).name()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "@example.com", "+15005550006", "15005550006", "...@example.com", "42@example.com",
			"+jo@example.com", "", " ", "\u200B@example.com", "-_.7", "<jo@example.com>" })
	void identityWithoutWordsHasNoName(String identity) {
		assertThat(Worker.unknown(identity(identity)).name()).isNull();
	}

	@Test
	void nameFromIdentityIsOneLine() {
		assertThat(Worker.unknown(identity("\u0000jo\r\ndoe\u202E@example.com")).name()).isEqualTo("Jo Doe");
	}

	private static Worker named(String displayName) {
		return new Worker(identity("ada.okafor@example.com"), Set.of(), null,
				new Profile(displayName, null, null, null, null), Map.of());
	}

}
