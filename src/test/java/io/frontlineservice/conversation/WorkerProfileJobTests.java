package io.frontlineservice.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.conversation.gateway.ChatUser;
import io.frontlineservice.customer.FakeCrm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes names and pictures of the directory to Twilio. */
class WorkerProfileJobTests {

	private static final String ADA = "Ada@example.com";

	private final FakeConversations twilio = new FakeConversations();

	@TempDir
	private Path folder;

	private TestRoom room;

	@BeforeEach
	void open() throws Exception {
		write("Ada Okafor", "https://example.com/ada.png");
		// The schedule's first run may have requested the job already.
		this.room = TestRoom
			.with(this.twilio, new FakeCrm(), "frontline.workers.location=" + file(),
					"frontline.workers.reload-interval=20ms")
			.settle();
	}

	@AfterEach
	void close() {
		this.room.close();
	}

	@Test
	void nameAndPictureAreReplacedAndOtherValuesStay() {
		this.twilio.user(ADA, new ChatUser("ada", "{\"avatar\":\"https://example.com/old.png\",\"desk\":4}"));
		present();
		assertThat(this.twilio.user(ADA))
			.isEqualTo(new ChatUser("Ada Okafor", "{\"desk\":4,\"avatar\":\"https://example.com/ada.png\"}"));
	}

	@Test
	void unchangedProfileIsNotWritten() {
		this.twilio.user(ADA, new ChatUser("Ada Okafor", "{\"avatar\": \"https://example.com/ada.png\", \"desk\": 4}"));
		present();
		assertThat(this.twilio.writes()).isEmpty();
	}

	@Test
	void addressInTheDirectoryIsNotWrittenAsAName() throws Exception {
		this.twilio.user(ADA, new ChatUser("ada", "{}"));
		write("ada@example.com", "https://example.com/new.png");
		await().until(() -> this.twilio.user(ADA).attributes().contains("new.png"));
		assertThat(this.twilio.user(ADA).friendlyName()).isEqualTo("ada");
	}

	@Test
	void workerWhoHasNeverSignedInIsSkipped() {
		present();
		assertThat(this.twilio.writes()).isEmpty();
		assertThat(this.room.dead()).isEmpty();
	}

	@Test
	void nameIsWrittenAlthoughTheAttributesAreNotAnObject() {
		this.twilio.user(ADA, new ChatUser(null, "not json"));
		present();
		assertThat(this.twilio.user(ADA)).isEqualTo(new ChatUser("Ada Okafor", "not json"));
	}

	@Test
	void changeOfTheDirectoryIsWritten() throws Exception {
		this.twilio.user(ADA, new ChatUser(null, "{}"));
		present();
		write("Ada O.", "https://example.com/new.png");
		await().until(() -> "Ada O.".equals(this.twilio.user(ADA).friendlyName()));
		this.room.settle();
		assertThat(this.twilio.user(ADA).attributes()).isEqualTo("{\"avatar\":\"https://example.com/new.png\"}");
	}

	private void present() {
		this.room.bean(WorkerProfileSchedule.class).run();
		this.room.settle();
	}

	private Path file() {
		return this.folder.resolve("workers.yml");
	}

	private void write(String name, String avatar) throws Exception {
		Files.writeString(file(), """
				- { identity: Ada@example.com, display_name: "%s", avatar: "%s" }
				- { identity: ben@example.com }
				""".formatted(name, avatar));
	}

}
