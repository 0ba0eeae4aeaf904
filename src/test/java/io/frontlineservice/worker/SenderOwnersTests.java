package io.frontlineservice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.datafile.ReloadingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which worker a number of ours belongs to, and which numbers are ours. */
class SenderOwnersTests {

	private static final String EVERYWHERE = "+15005550006";

	private static final String SHARED = "+15005550007";

	private static final String ADAS = "+15005550009";

	private static final String BRITISH = "+447700900199";

	private static final String WORKERS = """
			- identity: cleo@example.com
			  senders: { sms: "+15005550007" }
			- identity: Ada@example.com
			  senders: { sms: "+15005550009", whatsapp: "+15005550010" }
			- identity: ben@example.com
			  senders: { sms: "+15005550007", whatsapp: "+15005550009" }
			- identity: dora@example.com
			  senders: { sms: "+15005550006" }
			""";

	@TempDir
	private Path folder;

	private SenderOwners numbers;

	@BeforeEach
	void open() throws IOException {
		this.numbers = over(TestDirectory.of(this.folder, WORKERS));
	}

	@Test
	void aWorkersOwnNumberIsTheirs() {
		assertOwned(sms(ADAS), "Ada@example.com");
		assertOwned(whatsapp("+15005550010"), "Ada@example.com");
	}

	@Test
	void theSameNumberIsAnotherSenderForWhatsApp() {
		assertOwned(whatsapp(ADAS), "ben@example.com");
		assertOwned(sms("+15005550010"));
	}

	@Test
	void aNumberOfSeveralIsAllOfTheirsInTheOrderOfTheDirectory() {
		assertOwned(sms(SHARED), "cleo@example.com", "ben@example.com");
	}

	@Test
	void chatIsWrittenFromTheNumberForSms() {
		assertOwned(new Address(ChannelType.CHAT, ADAS), "Ada@example.com");
	}

	@Test
	void aNumberForAllIsNobodysUnlessTheDirectoryGivesItToSomebody() {
		assertOwned(sms(BRITISH));
		assertOwned(whatsapp(EVERYWHERE));
		assertOwned(sms(EVERYWHERE), "dora@example.com");
	}

	@Test
	void aNumberOfNobodyHasNoOwner() {
		assertOwned(sms("+14155550101"));
		assertOwned(sms(""));
	}

	@ParameterizedTest
	@ValueSource(strings = { EVERYWHERE, SHARED, ADAS, "+15005550010", "+14155238886", BRITISH })
	void everySenderIsOursOnWhicheverChannel(String number) {
		assertThat(this.numbers.isOurs(sms(number))).isTrue();
		assertThat(this.numbers.isOurs(whatsapp(number))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "+14155550101", "+1500555000", "+150055500061", "15005550006", "12345", "ACME", "" })
	void nothingElseIsOurs(String number) {
		assertThat(this.numbers.isOurs(sms(number))).isFalse();
		assertThat(this.numbers.isOurs(whatsapp(number))).isFalse();
	}

	@Test
	void aChatIdentityIsNeverOurs() {
		assertThat(this.numbers.isOurs(new Address(ChannelType.CHAT, ADAS))).isFalse();
	}

	@Test
	void itFollowsTheDirectory() throws IOException {
		Path path = Files.writeString(this.folder.resolve("workers.yml"), "[]");
		try (ReloadingFile<Roster> file = TestDirectory.watched(path)) {
			this.numbers = over(WorkerDirectory.of(file));
			assertOwned(sms(ADAS));
			assertThat(this.numbers.isOurs(sms(ADAS))).isFalse();
			Files.writeString(path, WORKERS);
			file.look();
			file.look();
			assertOwned(sms(ADAS), "Ada@example.com");
			assertThat(this.numbers.isOurs(sms(ADAS))).isTrue();
		}
	}

	private void assertOwned(Address number, String... owners) {
		assertThat(this.numbers.ownersOf(number)).extracting((it) -> it.identity().written()).containsExactly(owners);
	}

	private static SenderOwners over(WorkerDirectory directory) {
		Senders senders = Senders.of(new SenderSettings(EVERYWHERE, "+14155238886", ChatSender.SMS,
				Map.of("44", new SenderNumbers(BRITISH, null))));
		return new SenderOwners(senders, directory);
	}

	private static Address sms(String number) {
		return new Address(ChannelType.SMS, number);
	}

	private static Address whatsapp(String number) {
		return new Address(ChannelType.WHATSAPP, "whatsapp:" + number);
	}

}
