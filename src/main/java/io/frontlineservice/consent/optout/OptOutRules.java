package io.frontlineservice.consent.optout;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.participant.PersonHashes;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.ContactRules;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerNotice;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.work.StoreCalls;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides by opt-outs and consent whether workers may write to a customer whom the CRM
 * knows: for templates, for new conversations, and for the details. Asked by the
 * {@link ContactRules} of package {@code consent} and by {@code CustomerService}.
 * Thread-safe.
 */
@Component
public class OptOutRules implements CustomerNotice {

	/** How long a callback waits for the store. */
	private static final Duration LONGEST_READ = Duration.ofSeconds(2);

	private final OptOuts optOuts;

	private final PersonHashes hashes;

	private final CrmConsent consent;

	private final OptOutText text;

	private final ConsentSettings settings;

	private final StoreCalls store;

	OptOutRules(OptOuts optOuts, PersonHashes hashes, CrmConsent consent, OptOutText text, ConsentSettings settings,
			StoreCalls store) {
		this.optOuts = optOuts;
		this.hashes = hashes;
		this.consent = consent;
		this.text = text;
		this.settings = settings;
		this.store = store;
	}

	/**
	 * Returns why workers may not write to a customer, as {@link ContactRules#refusal}
	 * does. If an opt-out covers only one sender, that is decided for each sender.
	 */
	public Optional<String> refusal(CrmCustomer customer, Deadline deadline) {
		Optional<String> refusal = this.consent.refusal(customer).map(this.text::refusal);
		return (refusal.isPresent() || this.settings.optOutScope() == OptOutScope.SENDER) ? refusal
				: optOut(customer, null, null, deadline).map(this.text::refusal);
	}

	/**
	 * Returns why a worker may not begin a conversation, as
	 * {@link ContactRules#refusalToBegin} does.
	 */
	public Optional<String> refusalToBegin(CrmCustomer customer, Address to, @Nullable Address from,
			Deadline deadline) {
		return this.consent.refusal(customer)
			.map(this.text::refusal)
			.or(() -> optOut(customer, to, from, deadline).map(this.text::refusal));
	}

	/**
	 * Returns why workers may not write in a conversation; empty if they may. For people
	 * whom the CRM does not know.
	 * @throws org.springframework.dao.DataAccessException if the store fails
	 */
	public Optional<String> refusal(ConversationSid conversationSid, Deadline deadline) {
		return this.store.within(deadline.within(LONGEST_READ).remaining(),
				() -> this.optOuts.in(conversationSid).map(this.text::refusal));
	}

	@Override
	public Optional<String> about(CrmCustomer customer, Deadline deadline) {
		return optOut(customer, null, null, deadline).map(this.text::notice)
			.or(() -> this.consent.refusal(customer).map(this.text::notice));
	}

	private Optional<OptOutEvent> optOut(CrmCustomer customer, @Nullable Address to, @Nullable Address from,
			Deadline deadline) {
		List<PersonKeys> people = Stream
			.concat(customer.channels().stream().map(Channel::toAddress), Stream.ofNullable(to))
			.map((address) -> PersonKeys.of(address, customer.id()))
			.toList();
		List<PersonKeys> all = people.isEmpty() ? List.of(PersonKeys.of(null, customer.id())) : people;
		List<String> person = this.hashes.accepted(all);
		return this.optOuts.mayContain(person)
				? this.store.within(deadline.within(LONGEST_READ).remaining(), () -> this.optOuts.of(person, from))
				: Optional.empty();
	}

}
