package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which troubles there are. Switched by {@link TroubleController}. Thread-safe. */
@Component
@OnlyWithPretendTwilio
final class Troubles {

	private static final Fault BUSY = Fault.onAnything().answering(429, 20429).retryAfter("1").always();

	private static final Fault DOWN = Fault.onAnything().always();

	private final Set<Trouble> on = EnumSet.noneOf(Trouble.class);

	private final PretendTwilio twilio;

	private final MoodyCrms crms;

	Troubles(PretendTwilio twilio, MoodyCrms crms) {
		this.twilio = twilio;
		this.crms = crms;
		if (twilio.conditions().signsByKey()) {
			this.on.add(Trouble.SIGNED_BY_KEY);
		}
	}

	synchronized Set<Trouble> on() {
		return EnumSet.copyOf(this.on);
	}

	/** Switches one, and leaves the others as they are. */
	synchronized void change(Trouble trouble, boolean isOn) {
		if (isOn ? this.on.add(trouble) : this.on.remove(trouble)) {
			switch (trouble) {
				case WRONG_SIGNATURE -> this.twilio.conditions().forgingSignatures(isOn);
				case SIGNED_BY_KEY -> this.twilio.conditions().signingByKey(isOn);
				case SLOW_CRM, DEAD_CRM -> this.crms.be(mood());
				case TWILIO_BUSY -> change(BUSY, isOn);
				case TWILIO_DOWN -> change(DOWN, isOn);
				case DELIVERED_TWICE -> this.twilio.deliveries().times(isOn ? 2 : 1);
			}
		}
	}

	private CrmMood mood() {
		if (this.on.contains(Trouble.DEAD_CRM)) {
			return CrmMood.DEAD;
		}
		return this.on.contains(Trouble.SLOW_CRM) ? CrmMood.SLOW : CrmMood.WELL;
	}

	private void change(Fault fault, boolean isOn) {
		if (isOn) {
			this.twilio.faults().add(fault);
		}
		else {
			this.twilio.faults().remove(fault);
		}
	}

}
