package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.fault.Faults;
import io.frontlineservice.sandbox.pretend.wire.Cause;
import io.frontlineservice.sandbox.pretend.wire.Journal;
import io.frontlineservice.sandbox.pretend.wire.Journal.Direction;
import io.frontlineservice.sandbox.pretend.wire.Journal.Entry;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The REST API with faults, limits and a journal. Called by {@code PretendServer}.
 * Thread-safe.
 */
public final class RestServer {

	private final RestApi api;

	private final Faults faults;

	private final Audit audit;

	private final Journal journal;

	private final InstantSource clock;

	public RestServer(RestApi api, Faults faults, Audit audit, Journal journal, InstantSource clock) {
		this.api = api;
		this.faults = faults;
		this.audit = audit;
		this.journal = journal;
		this.clock = clock;
	}

	/** Returns the response; null to close the connection without one. */
	public @Nullable Reply answer(Request request) throws InterruptedException {
		Instant at = this.clock.instant();
		long start = System.nanoTime();
		try {
			RestCall call = RestCall.of(request);
			Cause cause = this.journal.causeOf((call != null) ? call.conversation(request) : null);
			Reply reply = reply(request, call, this.audit.enter());
			this.journal.add(new Entry(at, Direction.REST, (call != null) ? call.name() : "", request.method(),
					request.urlWithQuery(), request.form().joined(), null, null, (reply != null) ? reply.status() : 0,
					(reply != null) ? reply.body() : "(hung up)",
					TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), null, cause));
			return reply;
		}
		finally {
			this.audit.leave();
		}
	}

	private @Nullable Reply reply(Request request, @Nullable RestCall call, int inFlight) throws InterruptedException {
		try {
			this.faults.requireCapacity(inFlight);
		}
		catch (RestException ex) {
			return ex.reply();
		}
		// Taken before the fault, so that clearing the faults also ends this call.
		CountDownLatch clearing = this.faults.clearing();
		Fault fault = this.faults.next(request, call);
		if (call != null) {
			this.audit.asked(call, request);
		}
		return (fault != null) ? reply(request, call, fault, clearing) : this.api.answer(call, request);
	}

	private @Nullable Reply reply(Request request, @Nullable RestCall call, Fault fault, CountDownLatch clearing)
			throws InterruptedException {
		Thread.sleep(fault.delay().toMillis());
		Reply instead = fault.answer();
		Reply done = (fault.done() || instead == null) ? this.api.answer(call, request) : null;
		return switch (fault.manner()) {
			case ANSWER -> (instead != null) ? instead : done;
			case HANG -> {
				clearing.await();
				yield null;
			}
			case HANG_UP -> null;
		};
	}

}
