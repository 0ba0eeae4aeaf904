package io.frontlineservice.conformance;

import io.frontlineservice.sandbox.crm.CrmReply;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** What a server does wrong. */
@FunctionalInterface
interface Flaw {

	Flaw NONE = (request, server) -> server.apply(request);

	/**
	 * Answers a request.
	 * @param server the same server without the flaw
	 */
	CrmReply answer(Request request, Function<Request, CrmReply> server);

	/** A server that takes some requests for others. */
	static Flaw asking(Predicate<Request> about, UnaryOperator<Request> change) {
		return (request, server) -> server.apply(about.test(request) ? change.apply(request) : request);
	}

	/** A server that answers some requests otherwise. */
	static Flaw answering(Predicate<Request> about, UnaryOperator<CrmReply> change) {
		return (request, server) -> about.test(request) ? change.apply(server.apply(request)) : server.apply(request);
	}

	/** A server that answers some requests with another JSON. */
	static Flaw writing(Predicate<Request> about, Consumer<ObjectNode> change) {
		return writing(about, (request, json) -> {
			change.accept(json);
			return json;
		});
	}

	/** A server that answers some requests with another JSON. */
	static Flaw writing(Predicate<Request> about, BiFunction<Request, ObjectNode, ObjectNode> change) {
		return (request, server) -> {
			CrmReply reply = server.apply(request);
			if (!about.test(request) || reply.status() != 200) {
				return reply;
			}
			ObjectNode json = (ObjectNode) CrmReply.JSON.readTree(reply.body());
			return new CrmReply(200, reply.headers(), CrmReply.JSON.writeValueAsString(change.apply(request, json)));
		};
	}

	/** A server that lists nobody for some requests. */
	static Flaw empty(Predicate<Request> about) {
		return answering(about, (reply) -> CrmReply.text(200, "application/json", "{\"customers\":[]}"));
	}

	/** A server that answers some requests with an error. */
	static Flaw failing(Predicate<Request> about, int status) {
		return answering(about, (reply) -> CrmReply.text(status, "application/json",
				"{\"error\":{\"code\":\"failed\",\"message\":\"It failed\"}}"));
	}

}
