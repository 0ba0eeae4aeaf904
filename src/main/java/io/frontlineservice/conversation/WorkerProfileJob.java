package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.ChatUser;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.JsonAttributes;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.KeyedHash;
import io.frontlineservice.work.Job;
import io.frontlineservice.work.WorkQueue;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The job that writes a worker's name and picture from the directory to Twilio. Requested
 * by {@link WorkerProfileSchedule}; its subject is the keyed hash of an identity. A
 * worker who has never signed in is skipped, because Twilio has no user yet. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
@Component
class WorkerProfileJob implements Job {

	static final String NAME = "present-worker";

	private final ConversationsGateway gateway;

	private final WorkerDirectory directory;

	private final WorkQueue queue;

	private final KeyedHash identities;

	WorkerProfileJob(ConversationsGateway gateway, WorkerDirectory directory, WorkQueue queue, InstallationKey key) {
		this.gateway = gateway;
		this.directory = directory;
		this.queue = queue;
		this.identities = key.current("worker");
	}

	@Override
	public String name() {
		return NAME;
	}

	/** Requests the job for all workers with a name or a picture. */
	void requestAll() {
		this.directory.workers()
			.stream()
			.filter((worker) -> worker.profile().displayName() != null || worker.profile().avatar() != null)
			.forEach((worker) -> this.queue.request(NAME, subject(worker)));
	}

	@Override
	public void run(String subject) {
		Optional<Worker> worker = this.directory.workers()
			.stream()
			.filter((candidate) -> subject(candidate).equals(subject))
			.findFirst();
		worker.ifPresent(this::writeProfile);
	}

	private void writeProfile(Worker worker) {
		ChatUser user = this.gateway.user(worker.identity());
		if (user == null) {
			return;
		}
		@Nullable String displayName = worker.profile().displayName();
		@Nullable String name = (displayName != null && !displayName.equals(user.friendlyName())) ? displayName : null;
		@Nullable String attributes = withAvatar(user, worker.profile().avatar());
		if (name != null || attributes != null) {
			this.gateway.describeUser(worker.identity(), name, attributes);
		}
	}

	/** Unlike elsewhere, our value replaces the present one. */
	private static @Nullable String withAvatar(ChatUser user, @Nullable String avatar) {
		Map<String, @Nullable String> picture = new LinkedHashMap<>();
		picture.put("avatar", avatar);
		return JsonAttributes.read(user.attributes())
			.filter((attributes) -> avatar != null && !avatar.equals(attributes.text("avatar")))
			.flatMap((attributes) -> attributes.without("avatar").with(picture, JsonAttributes.MAX_CONVERSATION_BYTES))
			.orElse(null);
	}

	private String subject(Worker worker) {
		return this.identities.shortened(worker.identity().key());
	}

}
