package io.frontlineservice.sandbox.pretend;

import io.frontlineservice.sandbox.pretend.fault.FaultForm;
import io.frontlineservice.sandbox.pretend.rest.Audit;
import io.frontlineservice.sandbox.pretend.wire.Form;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a {@link PretendTwilio} over HTTP, under {@code /pretend}: by curl
 * in the sandbox, and by tests in another process. Thread-safe.
 */
final class Controls {

	private final PretendTwilio twilio;

	Controls(PretendTwilio twilio) {
		this.twilio = twilio;
	}

	Reply answer(Request request) {
		try {
			return switch (request.method() + " " + request.path()) {
				case "GET /pretend/conversations" -> Reply.indented(everything());
				case "GET /pretend/users" -> Reply.indented(this.twilio.users().all());
				case "GET /pretend/journal" -> Reply.indented(this.twilio.journal().entries());
				case "GET /pretend/audit" -> Reply.indented(counts());
				case "POST /pretend/inbound" -> inbound(request.form());
				case "POST /pretend/outbound" -> outbound(request.form());
				case "POST /pretend/close" -> closed(request.form());
				case "POST /pretend/users" -> signedIn(request.form());
				case "POST /pretend/faults" -> armed(request.form());
				case "DELETE /pretend/faults" -> cleared();
				default -> throw RestException.notFound(request.path());
			};
		}
		catch (RestException ex) {
			return ex.reply();
		}
	}

	private List<Map<String, Object>> everything() {
		return this.twilio.conversations().stream().map((it) -> {
			Map<String, Object> all = new LinkedHashMap<>();
			all.put("sid", it.sid());
			all.put("state", it.state().word());
			all.put("friendly_name", it.friendlyName());
			all.put("attributes", it.attributes());
			all.put("date_created", it.createdAt());
			all.put("participants", it.participants());
			all.put("messages", it.messages());
			return all;
		}).toList();
	}

	private Map<String, Object> counts() {
		Audit audit = this.twilio.audit();
		return Map.of("writes", audit.writes(), "most_in_flight", audit.mostInFlight(), "participant_posts",
				audit.participantPosts());
	}

	/** With {@code Others}, a message to a group. */
	private Reply inbound(Form form) {
		List<String> others = form.all("Others");
		return begun(others.isEmpty()
				? this.twilio.inbound(form.require("From"), form.require("To"), form.require("Body"))
				: this.twilio.groupInbound(form.require("From"), others, form.require("To"), form.require("Body")));
	}

	private Reply outbound(Form form) {
		return begun(this.twilio.startOutbound(form.require("Worker"), form.require("CustomerId"),
				form.require("ChannelType"), form.require("ChannelValue")));
	}

	/** Why nothing began is in the journal. */
	private Reply begun(@Nullable String sid) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("conversation_sid", sid);
		if (sid == null) {
			List<String> notes = this.twilio.journal().notes();
			answer.put("why", notes.isEmpty() ? null : notes.get(notes.size() - 1));
		}
		return Reply.indented(answer);
	}

	private Reply closed(Form form) {
		this.twilio.close(form.require("ConversationSid"));
		return Reply.noContent();
	}

	private Reply signedIn(Form form) {
		this.twilio.signIn(form.require("Identity"), Boolean.parseBoolean(form.get("IsAvailable")));
		return Reply.noContent();
	}

	private Reply armed(Form form) {
		int most = form.number("MostInFlight", 0);
		if (most > 0) {
			this.twilio.faults().mostInFlight(most, form.get("RetryAfter"));
		}
		else {
			this.twilio.faults().add(FaultForm.fault(form));
		}
		return Reply.noContent();
	}

	private Reply cleared() {
		this.twilio.faults().clear();
		return Reply.noContent();
	}

}
