package io.frontlineservice.sandbox.pretend;

import io.frontlineservice.sandbox.pretend.Happening.Moment;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a watcher what goes over the wire. Called by {@link PretendServer} and
 * {@link Callbacks}. Thread-safe.
 */
final class Watch {

	private volatile Consumer<Happening> watcher = (happening) -> {
	};

	void by(Consumer<Happening> other) {
		this.watcher = other;
	}

	void call(Moment moment, Request request, @Nullable Reply reply) {
		RestCall call = RestCall.of(request);
		if (call != null) {
			List<String> variables = call.variables(request);
			this.watcher.accept(new Happening(moment, call.name(), variables.isEmpty() ? null : variables.get(0),
					Account.userOf(request.authorization()), (reply != null) ? reply.status() : 0));
		}
	}

	void event(Moment moment, Event event, int status) {
		this.watcher.accept(new Happening(moment, event.type(), event.form().get("ConversationSid"), "", status));
	}

}
