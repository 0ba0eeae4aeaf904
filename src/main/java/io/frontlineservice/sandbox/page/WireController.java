package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams exchanges, conversations and switches to the page. Called by the page.
 */
@RestController
@OnlyWithPretendTwilio
final class WireController {

	private final Broadcast broadcast;

	WireController(Broadcast broadcast) {
		this.broadcast = broadcast;
	}

	@GetMapping(path = "/sandbox/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter events() {
		return this.broadcast.newStream();
	}

}
