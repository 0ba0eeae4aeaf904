package io.frontlineservice.sandbox.training;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.phone.AppException;
import io.frontlineservice.worker.SenderOwners;
import io.frontlineservice.worker.WorkerDirectory;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets workers and customers use the sandbox for some time after it has become ready, and
 * then ends it. Every request passes the whole service, signed and over HTTP. The JVM
 * that records a class cache meanwhile stores the classes of all requests.
 */
@Component
@OnlyWithPretendTwilio
@ConditionalOnProperty(Training.DURATION)
final class Training {

	/** The property that says for how long. */
	static final String DURATION = "sandbox.training";

	private final ApplicationContext context;

	private final Duration duration;

	private final PretendTwilio twilio;

	private final WorkerDirectory directory;

	private final SenderOwners senders;

	Training(ApplicationContext context, @Value("${" + DURATION + "}") Duration duration, PretendTwilio twilio,
			WorkerDirectory directory, SenderOwners senders) {
		this.context = context;
		this.duration = duration;
		this.twilio = twilio;
		this.directory = directory;
		this.senders = senders;
	}

	@EventListener
	void readinessChanged(AvailabilityChangeEvent<ReadinessState> event) {
		if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
			new Thread(this::run, "training").start();
		}
	}

	private void run() {
		TrainingRounds rounds = new TrainingRounds(this.twilio,
				this.directory.workers().stream().map((it) -> it.identity().written()).toList(),
				this.senders.addresses());
		OtherRequests others = OtherRequests.to(this.context.getEnvironment());
		long end = System.nanoTime() + this.duration.toNanos();
		int number = 0;
		while (System.nanoTime() < end) {
			try {
				rounds.run(number++);
			}
			catch (AppException ex) {
				// On a slow machine, a first callback may miss its deadline.
			}
			others.send();
		}
		this.twilio.reset();
		System.out.println("The sandbox was used for " + this.duration.toSeconds() + " s, in " + number + " rounds.");
		SpringApplication.exit(this.context);
	}

}
