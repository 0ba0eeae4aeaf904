package io.frontlineservice.callback;

import static org.springframework.web.bind.annotation.RequestMethod.DELETE;
import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.HEAD;
import static org.springframework.web.bind.annotation.RequestMethod.OPTIONS;
import static org.springframework.web.bind.annotation.RequestMethod.PATCH;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;

import io.frontlineservice.conversation.outgoing.OutgoingConversations;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The outgoing conversation callback: what the app asks when a worker begins to write to
 * a customer. Called by Twilio Frontline, behind the signature filter.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/outgoing-conversations">Outgoing
 * Conversations</a>
 */
@RestController
@RequestMapping("/callbacks/outgoing-conversation")
final class OutgoingConversationCallbackController {

	private final OutgoingConversations conversations;

	private final WorkerDirectory directory;

	private final CallbackSettings settings;

	OutgoingConversationCallbackController(OutgoingConversations conversations, WorkerDirectory directory,
			CallbackSettings settings) {
		this.conversations = conversations;
		this.directory = directory;
		this.settings = settings;
	}

	@PostMapping(params = "Location=GetProxyAddress")
	ProxyAddressAnswer getProxyAddress(@CallbackForm ProxyAddressForm form) {
		return ProxyAddressAnswer.of(this.conversations.proxyAddress(this.directory.worker(form.identity()), form.id(),
				form.channelType(), form.channelValue(), Deadline.in(this.settings.budget())));
	}

	@PostMapping
	ResponseEntity<ProblemDetail> unknownLocation(
			@RequestParam(name = "Location", required = false) @Nullable String location) {
		return Answers.unknownLocation(location, "GetProxyAddress");
	}

	@RequestMapping(method = { GET, HEAD, PUT, PATCH, DELETE, OPTIONS })
	ResponseEntity<ProblemDetail> notPost() {
		return Answers.onlyPost("outgoing conversations callback");
	}

}
