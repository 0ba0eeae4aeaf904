package io.frontlineservice.conversation.participant;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.FakeConversations;
import io.frontlineservice.conversation.TestRoom;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.Secret;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hashes of people over changes of the auth token. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class PersonHashesTests {

	private static final String PERSON = "identity whatsapp:US.13491208655302";

	private final TestRoom room = TestRoom.with(new FakeConversations(), new FakeCrm());

	private final JdbcClient store = this.room.bean(JdbcClient.class);

	@BeforeEach
	void clear() {
		this.store.sql("delete from person_key").update();
	}

	@AfterAll
	void close() {
		this.room.close();
	}

	@Test
	void hashStaysTheSameOverARotationOfTheToken() {
		String hash = instance("old").current(PERSON);
		assertThat(hash).matches("[0-9a-f]{64}");
		assertThat(instance("old", "new").current(PERSON)).isEqualTo(hash);
		assertThat(instance("new").current(PERSON)).isEqualTo(hash);
		assertThat(instance("new").accepted(PERSON)).containsExactly(hash);
	}

	@Test
	void instancesWithOneStoreAgree() {
		PersonHashes one = instance("token");
		PersonHashes other = instance("token");
		assertThat(one.current(PERSON)).isEqualTo(other.current(PERSON)).isEqualTo(one.current(PERSON));
		assertThat(one.current(PERSON)).isNotEqualTo(one.current("identity whatsapp:US.13491208655303"));
	}

	@Test
	void tokenThatIsReplacedWithoutARotationStartsANewGeneration(CapturedOutput output) {
		String earlier = instance("old").current(PERSON);
		PersonHashes replaced = instance("new");
		String current = replaced.current(PERSON);
		assertThat(current).isNotEqualTo(earlier);
		assertThat(replaced.accepted(PERSON)).containsExactly(current);
		assertThat(output.getAll()).contains("no configured auth token decrypts their key").doesNotContain(PERSON);
		assertThat(instance("new", "old").accepted(PERSON)).containsExactly(current, earlier);
		// The old key is encrypted by both tokens from then on.
		assertThat(instance("new").accepted(PERSON)).containsExactly(current, earlier);
	}

	@Test
	void storeHasNoKeyInPlainText() {
		instance("old").current(PERSON);
		String stored = this.store.sql("select encrypted from person_key").query(String.class).single();
		instance("old", "new").current(PERSON);
		String both = this.store.sql("select encrypted from person_key").query(String.class).single();
		assertThat(stored).doesNotContain(",");
		assertThat(both.split(",")).hasSize(2).doesNotHaveDuplicates();
	}

	private PersonHashes instance(String... tokens) {
		InstallationKey key = new InstallationKey(Stream.of(tokens).map(Secret::of).toList());
		return new PersonHashes(new PersonKeyring(this.store, key, Clock.systemUTC()));
	}

}
