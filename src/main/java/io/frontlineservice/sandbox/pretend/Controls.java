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
 * The endpoints under {@code /pretend}, through which curl in the sandbox, and tests in
 * another process, control a {@link PretendTwilio}. Thread-safe.
 */
final class Controls {

	private final PretendTwilio twilio;

	Controls(PretendTwilio twilio) {
		this.twilio = twilio;
	}

	Reply answer(Request request) {
		try {
			return switch (request.method() + " " + request.path()) {
				case "GET /pretend/conversations" -> Reply.indented(conversations());
				case "GET /pretend/users" -> Reply.indented(this.twilio.users().all());
				case "GET /pretend/journal" -> Reply.indented(this.twilio.journal().entries());
				case "GET /pretend/audit" -> Reply.indented(audit());
				case "POST /pretend/inbound" -> inbound(request.form());
				case "POST /pretend/outbound" -> outbound(request.form());
				case "POST /pretend/close" -> close(request.form());
				case "POST /pretend/users" -> signIn(request.form());
				case "POST /pretend/faults" -> addFault(request.form());
				case "DELETE /pretend/faults" -> clearFaults();
				default -> throw RestException.notFound(request.path());
			};
		}
		catch (RestException ex) {
			return ex.reply();
		}
	}

	private List<Map<String, Object>> conversations() {
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

	private Map<String, Object> audit() {
		Audit audit = this.twilio.audit();
		return Map.of("writes", audit.writes(), "most_in_flight", audit.mostInFlight(), "participant_posts",
				audit.participantPosts());
	}

	/** Writes to a group if there are {@code Others}. */
	private Reply inbound(Form form) {
		List<String> others = form.all("Others");
		return started(others.isEmpty()
				? this.twilio.inbound(form.require("From"), form.require("To"), form.require("Body"))
				: this.twilio.groupInbound(form.require("From"), others, form.require("To"), form.require("Body")));
	}

	private Reply outbound(Form form) {
		return started(this.twilio.startOutbound(form.require("Worker"), form.require("CustomerId"),
				form.require("ChannelType"), form.require("ChannelValue")));
	}

	/**
	 * Adds the last note of the journal, which says why there is no conversation.
	 */
	private Reply started(@Nullable String sid) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("conversation_sid", sid);
		if (sid == null) {
			List<String> notes = this.twilio.journal().notes();
			answer.put("why", notes.isEmpty() ? null : notes.get(notes.size() - 1));
		}
		return Reply.indented(answer);
	}

	private Reply close(Form form) {
		this.twilio.close(form.require("ConversationSid"));
		return Reply.noContent();
	}

	private Reply signIn(Form form) {
		this.twilio.signIn(form.require("Identity"), Boolean.parseBoolean(form.get("IsAvailable")));
		return Reply.noContent();
	}

	private Reply addFault(Form form) {
		int most = form.number("MostInFlight", 0);
		if (most > 0) {
			this.twilio.faults().mostInFlight(most, form.get("RetryAfter"));
		}
		else {
			this.twilio.faults().add(FaultForm.fault(form));
		}
		return Reply.noContent();
	}

	private Reply clearFaults() {
		this.twilio.faults().clear();
		return Reply.noContent();
	}

}
