package io.frontlineservice.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.frontlineservice.WithPretendTwilio;
import io.frontlineservice.sandbox.page.ConversationPieces.Piece;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.world.ConversationChanges;
import io.frontlineservice.sandbox.pretend.world.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tests which messages of a changed conversation are sent to a page. */
class ConversationPiecesTests {

	private final ConversationPieces pieces = new ConversationPieces((conversation) -> null);

	private final List<Piece> sent = new ArrayList<>();

	private long position;

	@Test
	void messageWithNewReceiptIsSentAgain() {
		try (PretendTwilio twilio = new PretendTwilio(WithPretendTwilio.account())) {
			twilio.onChange(() -> follow(twilio));
			String sid = twilio.inbound("+14155550101", "+15005550006", "Hello?");
			twilio.app().write("ada@example.com", Objects.requireNonNull(sid), "At your service.");
		}
		assertThat(this.sent).extracting(Piece::from, ConversationPiecesTests::statuses)
			.containsExactly(tuple(0, List.of()), tuple(0, List.of()), tuple(1, List.of(Receipt.Status.SENT)),
					tuple(1, List.of(Receipt.Status.DELIVERED)));
	}

	private void follow(PretendTwilio twilio) {
		ConversationChanges latest = twilio.conversationsSince(this.position);
		this.position = latest.position();
		this.pieces.of(latest.changes()).forEach(this.sent::addAll);
	}

	private static List<Receipt.Status> statuses(Piece piece) {
		return Objects.requireNonNull(piece.conversation())
			.messages()
			.stream()
			.flatMap((it) -> it.receipts().stream())
			.map(Receipt::status)
			.toList();
	}

}
