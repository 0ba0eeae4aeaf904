package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.wire.ChangeListeners;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The faults that are switched on. Changed by {@link FaultSwitchController}. Thread-safe.
 */
@Component
@OnlyWithPretendTwilio
final class FaultSwitches {

	private static final Fault BUSY = Fault.onAnything().answering(429, 20429).retryAfter("1").always();

	private static final Fault DOWN = Fault.onAnything().always();

	private final Set<FaultSwitch> on = EnumSet.noneOf(FaultSwitch.class);

	private final ChangeListeners changes = new ChangeListeners();

	private final PretendTwilio twilio;

	private final CrmFaultSwitches crm;

	FaultSwitches(PretendTwilio twilio, CrmFaultSwitches crm) {
		this.twilio = twilio;
		this.crm = crm;
		if (twilio.conditions().signsByKey()) {
			this.on.add(FaultSwitch.SIGNED_BY_KEY);
		}
	}

	synchronized Set<FaultSwitch> on() {
		return EnumSet.copyOf(this.on);
	}

	/**
	 * Calls a listener after each change, on the thread that made the change.
	 * @return removes the listener
	 */
	Runnable onChange(Runnable listener) {
		return this.changes.add(listener);
	}

	/** Changes one switch and keeps the others. */
	synchronized void change(FaultSwitch fault, boolean isOn) {
		if (isOn ? this.on.add(fault) : this.on.remove(fault)) {
			switch (fault) {
				case WRONG_SIGNATURE -> this.twilio.conditions().forgingSignatures(isOn);
				case SIGNED_BY_KEY -> this.twilio.conditions().signingByKey(isOn);
				case SLOW_CRM, DEAD_CRM, LIMITED_CRM -> this.crm.change(this.on);
				case TWILIO_BUSY -> change(BUSY, isOn);
				case TWILIO_DOWN -> change(DOWN, isOn);
				case DELIVERED_TWICE -> this.twilio.deliveries().times(isOn ? 2 : 1);
				case WINDOW_CLOSED -> this.twilio.whatsAppWindowsOver(isOn);
				case NOT_ON_WHATSAPP -> this.twilio.conditions().withoutWhatsApp((address) -> isOn);
			}
			this.changes.fire();
		}
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
