package io.frontlineservice.consent.quiet;

import io.frontlineservice.work.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Removes the places of participants whom the retention has removed. Run every six hours.
 */
@Component
final class RemoveParticipantPlacesJob implements RecurringJob {

	private final ParticipantPlaces places;

	RemoveParticipantPlacesJob(ParticipantPlaces places) {
		this.places = places;
	}

	@Override
	public String name() {
		return "remove-participant-places";
	}

	@Override
	public Duration interval() {
		return Duration.ofHours(6);
	}

	@Override
	public void run() {
		this.places.removeForgotten();
	}

}
