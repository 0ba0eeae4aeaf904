package io.frontlineservice.sandbox.pretend.world;

import java.time.Instant;
import java.util.Locale;

/**
 * The delivery receipt of a message to one customer at a number. Kept with its
 * {@link Message}. Immutable.
 *
 * @param sid {@code DY} and 32 hexadecimal digits
 * @param channelMessageSid the SID of the SMS, MMS or WhatsApp message
 * @param participantSid the participant who is to receive the message
 * @param errorCode Twilio's error code; 0 unless the delivery failed
 */
public record Receipt(String sid, String channelMessageSid, String participantSid, Status status, int errorCode,
		Instant createdAt, Instant updatedAt) {

	/** Creates the receipt of a message that was sent. */
	public static Receipt sent(Participant receiver, String channelMessageSid, Instant now) {
		return new Receipt(Sid.next("DY"), channelMessageSid, receiver.sid(), Status.SENT, 0, now, now);
	}

	/** Returns the receipt of a failed delivery. */
	public Receipt failed(int code) {
		return new Receipt(this.sid, this.channelMessageSid, this.participantSid, Status.FAILED, code, this.createdAt,
				this.updatedAt);
	}

	public Receipt delivered(Instant now) {
		return new Receipt(this.sid, this.channelMessageSid, this.participantSid, Status.DELIVERED, 0, this.createdAt,
				now);
	}

	/** The status of a delivery, as far as a pretend phone knows it. */
	public enum Status {

		SENT, DELIVERED, FAILED;

		/** The status as Twilio writes it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
