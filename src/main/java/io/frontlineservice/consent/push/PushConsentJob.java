package io.frontlineservice.consent.push;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.consent.optout.ConsentChanges;
import io.frontlineservice.consent.optout.StandingConsent;
import io.frontlineservice.consent.push.ConsentApi.Rejection;
import io.frontlineservice.consent.push.ConsentPushes.Pending;
import io.frontlineservice.conversation.participant.PersonHashes;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.work.GiveUpException;
import io.frontlineservice.work.Job;
import io.frontlineservice.work.RetryLaterException;
import io.frontlineservice.worker.SenderOwners;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The job that sends the opt-outs and opt-ins of one person to Twilio. Requested by
 * {@link ConsentPushes}. Thread-safe.
 * <p>
 * A person's runs follow each other, and only events that no later one has replaced are
 * sent, so Twilio does not get an old decision after a new one. A repeated run sends the
 * same items with the same correlation ids. An event that covers all senders is sent for
 * each SMS sender; with {@code opt-out-scope: sender}, only for the one that the person
 * wrote to, as soon as a settlement has found it.
 */
@Component
class PushConsentJob implements Job {

	static final String NAME = "push-consent";

	private final ConsentPushes pushes;

	private final ConsentChanges changes;

	private final ConsentApi api;

	private final SenderOwners senders;

	private final PersonHashes hashes;

	PushConsentJob(ConsentPushes pushes, ConsentChanges changes, ConsentApi api, SenderOwners senders,
			PersonHashes hashes) {
		this.pushes = pushes;
		this.changes = changes;
		this.api = api;
		this.senders = senders;
		this.hashes = hashes;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public void run(String subject) {
		for (Pending pending : this.pushes.of(subject)) {
			Address person = pending.person();
			if (person == null) {
				throw new GiveUpException("No configured auth token decrypts the number of the person");
			}
			this.changes.standing(person)
				.stream()
				.filter((consent) -> consent.eventKey().equals(pending.eventKey()))
				.forEach((consent) -> push(person, consent));
			this.pushes.remove(pending.eventKey());
		}
	}

	private void push(Address person, StandingConsent consent) {
		List<ConsentItem> items = senders(consent).stream().map((sender) -> item(person, sender, consent)).toList();
		for (int from = 0; from < items.size(); from += ConsentApi.MAX_ITEMS) {
			List<ConsentItem> part = items.subList(from, Math.min(items.size(), from + ConsentApi.MAX_ITEMS));
			List<Rejection> rejections = this.api.push(part);
			if (!rejections.isEmpty()) {
				throw failure(rejections);
			}
		}
	}

	/** One that is permanent counts more than those that are temporary. */
	private static RuntimeException failure(List<Rejection> rejections) {
		Rejection shown = rejections.stream().filter((it) -> !it.isTemporary()).findFirst().orElse(rejections.get(0));
		String text = "Twilio did not accept the opt-out or opt-in (error " + shown.errorCode()
				+ (shown.reason().isEmpty() ? "" : ", " + shown.reason()) + ")";
		return shown.isTemporary() ? new RetryLaterException(text) : new GiveUpException(text);
	}

	private List<String> senders(StandingConsent consent) {
		if (consent.waitsForSender()) {
			throw new RetryLaterException("It is not known yet which number the person wrote to");
		}
		@Nullable String wanted = consent.senderHash();
		List<String> numbers = this.senders.of(ChannelType.SMS)
			.stream()
			.filter((sender) -> wanted == null || isSender(sender, wanted))
			.map(Address::number)
			.filter(Objects::nonNull)
			.toList();
		if (numbers.isEmpty()) {
			throw new GiveUpException((wanted == null) ? "No SMS sender is configured: set frontline.senders.sms"
					: "The number that the person wrote to is not among your SMS senders: add it to frontline.senders "
							+ "or to the worker directory");
		}
		return numbers;
	}

	private boolean isSender(Address sender, String wanted) {
		@Nullable String key = PersonKeys.key(sender);
		return key != null && this.hashes.accepted(key).contains(wanted);
	}

	private static ConsentItem item(Address person, String sender, StandingConsent consent) {
		byte[] name = (consent.eventKey() + " " + sender).getBytes(StandardCharsets.UTF_8);
		return new ConsentItem(UUID.nameUUIDFromBytes(name).toString().replace("-", ""),
				Objects.requireNonNull(person.number()), sender, consent.optedOut(), consent.byMessage(), consent.at());
	}

}
