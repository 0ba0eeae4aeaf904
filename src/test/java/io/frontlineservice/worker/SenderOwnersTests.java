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

/** The owners of a number, and the numbers of senders. */
class SenderOwnersTests {

	private static final String DEFAULT_NUMBER = "+15005550006";

	private static final String SHARED = "+15005550007";

	private static final String ADAS_NUMBER = "+15005550009";

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
	void ownNumberBelongsToItsWorker() {
		assertOwned(sms(ADAS_NUMBER), "Ada@example.com");
		assertOwned(whatsapp("+15005550010"), "Ada@example.com");
	}

	@Test
	void sameNumberIsAnotherSenderForWhatsApp() {
		assertOwned(whatsapp(ADAS_NUMBER), "ben@example.com");
		assertOwned(sms("+15005550010"));
	}

	@Test
	void sharedNumberBelongsToAllItsWorkersInOrderOfDirectory() {
		assertOwned(sms(SHARED), "cleo@example.com", "ben@example.com");
	}

	@Test
	void chatBelongsToOwnerOfSmsNumber() {
		assertOwned(new Address(ChannelType.CHAT, ADAS_NUMBER), "Ada@example.com");
	}

	@Test
	void defaultNumberHasNoOwnerUnlessInDirectory() {
		assertOwned(sms(BRITISH));
		assertOwned(whatsapp(DEFAULT_NUMBER));
		assertOwned(sms(DEFAULT_NUMBER), "dora@example.com");
	}

	@Test
	void unknownNumberHasNoOwner() {
		assertOwned(sms("+14155550101"));
		assertOwned(sms(""));
	}

	@ParameterizedTest
	@ValueSource(strings = { DEFAULT_NUMBER, SHARED, ADAS_NUMBER, "+15005550010", "+14155238886", BRITISH })
	void numberOfSenderIsSenderOnEachChannel(String number) {
		assertThat(this.numbers.isSender(sms(number))).isTrue();
		assertThat(this.numbers.isSender(whatsapp(number))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "+14155550101", "+1500555000", "+150055500061", "15005550006", "12345", "ACME", "" })
	void otherNumberIsNotSender(String number) {
		assertThat(this.numbers.isSender(sms(number))).isFalse();
		assertThat(this.numbers.isSender(whatsapp(number))).isFalse();
	}

	@Test
	void chatIdentityIsNotSender() {
		assertThat(this.numbers.isSender(new Address(ChannelType.CHAT, ADAS_NUMBER))).isFalse();
	}

	@Test
	void ownersFollowTheDirectory() throws IOException {
		Path path = Files.writeString(this.folder.resolve("workers.yml"), "[]");
		try (ReloadingFile<Roster> file = TestDirectory.watched(path)) {
			this.numbers = over(WorkerDirectory.of(file));
			assertOwned(sms(ADAS_NUMBER));
			assertThat(this.numbers.isSender(sms(ADAS_NUMBER))).isFalse();
			Files.writeString(path, WORKERS);
			file.look();
			file.look();
			assertOwned(sms(ADAS_NUMBER), "Ada@example.com");
			assertThat(this.numbers.isSender(sms(ADAS_NUMBER))).isTrue();
		}
	}

	private void assertOwned(Address number, String... owners) {
		assertThat(this.numbers.ownersOf(number)).extracting((it) -> it.identity().written()).containsExactly(owners);
	}

	private static SenderOwners over(WorkerDirectory directory) {
		Senders senders = Senders.of(new SenderSettings(DEFAULT_NUMBER, "+14155238886", ChatSender.SMS,
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
