package io.frontlineservice.conversation;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.conversation.people.CustomerMatcher;
import io.frontlineservice.conversation.people.ShownName;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.Deadline;
import io.frontlineservice.worker.OurNumbers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Names a conversation that is about to be made, while Twilio and the customer wait.
 * Called by the conversations callback. Thread-safe.
 * <p>
 * It never fails: whom the CRM does not know, or not in time, is named by their number,
 * which {@link Settlement} mends.
 */
@Service
public class ConversationNaming implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ConversationNaming.class);

	/** How many may be looked up at once; the others are named by their numbers. */
	private static final int AT_ONCE = 64;

	private final ExecutorService threads = new ThreadPoolExecutor(0, AT_ONCE, 30, TimeUnit.SECONDS,
			new SynchronousQueue<>(), (task) -> {
				Thread thread = new Thread(task, "name-conversation");
				thread.setDaemon(true);
				return thread;
			});

	private final CustomerMatcher matcher;

	private final OurNumbers numbers;

	ConversationNaming(CustomerMatcher matcher, OurNumbers numbers) {
		this.matcher = matcher;
		this.numbers = numbers;
	}

	/**
	 * The name and the picture for a conversation, by the deadline, whatever the CRM and
	 * the store do.
	 * @param address the address that writes, or in a group MMS all addresses in it
	 * @param proxyAddress the address of ours that is written to
	 * @param attributes the attributes that the conversation is to have
	 */
	public Naming name(String address, @Nullable String proxyAddress, @Nullable String attributes, Deadline deadline) {
		List<Address> all = InboundAddresses.read(address);
		List<Address> senders = all.stream()
			.filter((sender) -> all.size() == 1 || !this.numbers.isOurs(sender))
			.toList();
		if (senders.isEmpty()) {
			return new Naming(ShownName.of(List.of(Optional.empty()), List.of(address.strip())).name(), null);
		}
		List<Address> ours = Stream
			.concat(InboundAddresses.read(proxyAddress).stream(), all.stream().filter((it) -> !senders.contains(it)))
			.toList();
		return naming(senders, customers(senders, ours, deadline), attributes);
	}

	private static Naming naming(List<Address> senders, List<Optional<CrmCustomer>> customers,
			@Nullable String attributes) {
		ShownName shown = ShownName.of(customers, senders.stream().<@Nullable String>map(Address::number).toList());
		return new Naming(shown.name(), Introductions.withAvatar(attributes, shown).orElse(null));
	}

	/** Whom the senders are taken for; nobody, if that cannot be found out in time. */
	private List<Optional<CrmCustomer>> customers(List<Address> senders, List<Address> ours, Deadline deadline) {
		try {
			Future<List<Optional<CrmCustomer>>> answer = this.threads
				.submit(() -> senders.stream().map((sender) -> customer(sender, ours, deadline)).toList());
			try {
				return answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
			}
			finally {
				answer.cancel(true);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (TimeoutException | ExecutionException | RejectedExecutionException ex) {
			logger.warn("A conversation is named by a number for now: {}", ex.getClass().getSimpleName());
		}
		return senders.stream().map((sender) -> Optional.<CrmCustomer>empty()).toList();
	}

	private Optional<CrmCustomer> customer(Address sender, List<Address> ours, Deadline deadline) {
		try {
			return this.matcher.matches(sender, ours, deadline).stream().findFirst();
		}
		catch (CrmUnavailableException | DataAccessException ex) {
			logger.warn("A conversation is named by a number for now: {}", ex.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	/**
	 * What a conversation is to be called.
	 *
	 * @param friendlyName its name; null to leave it
	 * @param attributes all its attributes, as the text of a JSON object; null to leave
	 * them
	 */
	public record Naming(@Nullable String friendlyName, @Nullable String attributes) {
	}

}
