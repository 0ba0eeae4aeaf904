package io.frontlineservice.consent.optout;

import io.frontlineservice.customer.CrmCustomer;
import java.util.Optional;
import org.springframework.util.StringUtils;

/**
 * What the fields of the CRM say about consent. Used by the rules of this package.
 * Immutable.
 */
final class CrmConsent {

	private final ConsentValues values;

	private final ConsentSettings settings;

	CrmConsent(ConsentValues values, ConsentSettings settings) {
		this.values = values;
		this.settings = settings;
	}

	/** Returns why workers may not write to a customer; empty if they may. */
	Optional<ConsentRefusal> refusal(CrmCustomer customer) {
		if (StringUtils.hasText(this.settings.optOutAttribute())
				&& this.values.isYes(customer.text(this.settings.optOutAttribute()))) {
			return Optional.of(ConsentRefusal.OPTED_OUT);
		}
		return (this.settings.required() && !this.values.isYes(customer.text(this.settings.attribute())))
				? Optional.of(ConsentRefusal.NO_CONSENT) : Optional.empty();
	}

}
