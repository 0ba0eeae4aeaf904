package io.frontlineservice.conversation;

import io.frontlineservice.work.RecurringJob;
import io.frontlineservice.worker.WorkerDirectory;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the workers presented at the start, whenever their directory changes, and every
 * hour, for those who have signed in since.
 */
@Component
class WorkerPresentations implements RecurringJob {

	private final WorkerPresentation presentation;

	WorkerPresentations(WorkerPresentation presentation, WorkerDirectory directory) {
		this.presentation = presentation;
		directory.onChange(presentation::requestAll);
	}

	@EventListener(ApplicationReadyEvent.class)
	void started() {
		this.presentation.requestAll();
	}

	@Override
	public String name() {
		return "present-workers";
	}

	@Override
	public Duration interval() {
		return Duration.ofHours(1);
	}

	@Override
	public void run() {
		this.presentation.requestAll();
	}

}
