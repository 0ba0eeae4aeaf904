package io.frontlineservice.worker;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.datafile.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The profile of a worker in the directory file, and errors in it. */
class WorkerProfileTests {

	@TempDir
	private Path folder;

	@Test
	void allPropertiesAreRead() throws IOException {
		Worker john = worker("""
				- identity: john@example.com
				  aliases: [John.Doe@example.com]
				  display_name: John Doe
				  avatar: https://example.com/john.png
				  language: en
				  team: north
				  time_zone: Europe/Berlin
				  working_hours: { mon-fri: "09:00-12:30, 13:30-18:00", sat: "10:00-14:00" }
				  senders: { sms: "+15005550006", whatsapp: "+15005550006" }
				""");
		assertThat(john.team()).isEqualTo("north");
		assertThat(john.senders()).containsOnly(
				Map.entry(ChannelType.SMS, new Address(ChannelType.SMS, "+15005550006")),
				Map.entry(ChannelType.WHATSAPP, new Address(ChannelType.WHATSAPP, "whatsapp:+15005550006")));
		Profile profile = john.profile();
		assertThat(profile.displayName()).isEqualTo("John Doe");
		assertThat(profile.avatar()).isEqualTo("https://example.com/john.png");
		assertThat(profile.language()).isEqualTo(Locale.ENGLISH);
		assertThat(profile.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
		assertThat(profile.workingHours().include(LocalDateTime.parse("2026-11-16T12:29"))).isTrue();
		assertThat(profile.workingHours().include(LocalDateTime.parse("2026-11-16T12:30"))).isFalse();
	}

	@Test
	void onlyIdentityIsRequired() throws IOException {
		assertThat(worker("- identity: john@example.com")).isEqualTo(Worker.unknown(identity("john@example.com")));
	}

	@Test
	void blankPropertiesAreAbsent() throws IOException {
		assertThat(worker("""
				- identity: john@example.com
				  aliases: []
				  display_name: " "
				  avatar: ""
				  language:
				  team: ""
				  time_zone: " "
				  working_hours: { mon: "", tue: }
				  senders: { sms: "", whatsapp: }
				""")).isEqualTo(Worker.unknown(identity("john@example.com")));
	}

	@Test
	void nameIsOneLineWithoutControlCharacters() throws IOException {
		assertThat(profile("display_name: \" John\\n\\u202EDoe \"").displayName()).isEqualTo("John Doe");
	}

	@ParameterizedTest
	@CsvSource({ "en,en", "de-AT,de-AT", "pt_BR,pt-BR", "zh_hans_CN,zh-Hans-CN", "' fr ',fr" })
	void languageTagMayHaveDashesOrUnderscores(String written, String tag) throws IOException {
		assertThat(profile("language: " + written).language()).isEqualTo(Locale.forLanguageTag(tag));
	}

	@ParameterizedTest
	@ValueSource(strings = { "no", "NO", "'no'" })
	void languageNoIsNorwegian(String written) throws IOException {
		assertThat(profile("language: " + written).language().getLanguage()).isEqualTo("no");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+15005550006", "'+15005550006'", "+1 500 555 0006", "'sms:+15005550006'" })
	void senderMayBeUnquoted(String written) throws IOException {
		assertThat(worker("- identity: john\n  senders: { sms: " + written + " }").senders())
			.containsOnly(Map.entry(ChannelType.SMS, new Address(ChannelType.SMS, "+15005550006")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = { "language: Klingon|language must be a tag such as en",
			"language: q1|language must be a tag", "language: x-private|language must be a tag",
			"language: und|language must be a tag", "language: 'de;DROP'|language must be a tag",
			"time_zone: Europe/Berlim|time_zone must be the full name of a time zone, such as Europe/Berlin",
			"time_zone: europe/berlin|time_zone must be", "time_zone: +02:00|time_zone must be",
			"time_zone: Berlin|time_zone must be", "avatar: john.png|avatar must be an absolute web address",
			"avatar: //example.com/john.png|avatar must be", "avatar: 'data:image/png;base64,AA'|avatar must be",
			"avatar: ftp://example.com/john.png|avatar must be",
			"senders: { sms: 15005550006 }|sms sender must be a number in international form",
			"senders: { sms: MG00000000000000000000000000000000 }|sms sender must be a number",
			"senders: { sms: 'whatsapp:+15005550006' }|sms sender must be a sender of sms: one that begins",
			"senders: { whatsapp: 'sms:+15005550006' }|whatsapp sender must be a sender of whatsapp" })
	void errorHasPositionAndExpectedForm(String line, String why) {
		String value = line.substring(line.indexOf(':') + 2).replace("'", "");
		assertThatExceptionOfType(BadFileException.class)
			.isThrownBy(() -> worker("- identity: ben\n- identity: john\n  " + line))
			.withMessageContainingAll("line 2, column ", "the " + why)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("john", " " + value));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "displayName: John|there is no property displayName",
					"timezone: UTC|there is no property timezone",
					"display_name: [ John ]|property display_name is not of the right kind",
					"working_hours: 9-5|property working_hours is not of the right kind",
					"senders: { chat: jo }|there is no property senders.chat", "senders: [ 1 ]|property senders is not",
					"working_hours: { mon: [ '09:00-17:00' ] }|property working_hours.mon is not of the right kind" })
	void unknownPropertyAndWrongTypeAreErrors(String line, String why) {
		assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> profile(line))
			.withMessageContainingAll("line 2, column ", why);
	}

	private Profile profile(String line) throws IOException {
		return worker("- identity: john\n  " + line).profile();
	}

	private Worker worker(String yaml) throws IOException {
		try (WorkerDirectory directory = TestDirectory.of(this.folder, yaml)) {
			return directory.worker(identity(yaml.contains("john@example.com") ? "john@example.com" : "john"));
		}
	}

}
