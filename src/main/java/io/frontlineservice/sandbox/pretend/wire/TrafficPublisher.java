package io.frontlineservice.sandbox.pretend.wire;

import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent.Moment;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports traffic to a listener. Called by {@code PretendServer} and {@code Callbacks}.
 * Thread-safe.
 */
public final class TrafficPublisher {

	private volatile Consumer<TrafficEvent> listener = (event) -> {
	};

	public void listener(Consumer<TrafficEvent> other) {
		this.listener = other;
	}

	public void call(Moment moment, Request request, @Nullable Reply reply) {
		RestCall call = RestCall.of(request);
		if (call != null) {
			List<String> variables = call.variables(request);
			this.listener.accept(new TrafficEvent(moment, call.name(), variables.isEmpty() ? null : variables.get(0),
					Account.userOf(request.authorization()), (reply != null) ? reply.status() : 0));
		}
	}

	public void event(Moment moment, String type, @Nullable String conversationSid, int status) {
		this.listener.accept(new TrafficEvent(moment, type, conversationSid, "", status));
	}

}
