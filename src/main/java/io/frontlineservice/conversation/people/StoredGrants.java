package io.frontlineservice.conversation.people;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.work.WorkStore;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of grants: a worker may see a customer while they are in an open conversation
 * with each other. Read by {@code CustomerService} for customers of other workers;
 * written when a conversation is settled or closed. Thread-safe.
 */
@Component
public class StoredGrants {

	private final JdbcClient store;

	StoredGrants(@WorkStore JdbcClient store) {
		this.store = store;
	}

	/** Whether the worker is in an open conversation with the customer. */
	public boolean granted(Worker worker, CustomerId customerId) {
		return this.store
			.sql("select count(*) from visibility_grant where customer_id = :customer and worker in (:workers)")
			.param("customer", customerId.value())
			.param("workers", worker.identities().stream().map(WorkerIdentity::key).toList())
			.query(Integer.class)
			.single() > 0;
	}

	/** Returns those of the customers who are in an open conversation with a worker. */
	Set<CustomerId> withOpenConversation(Collection<CustomerId> customerIds) {
		return new HashSet<>(
				this.store.sql("select distinct customer_id from visibility_grant where customer_id in (:ids)")
					.param("ids", customerIds.stream().map(CustomerId::value).toList())
					.query((row, number) -> new CustomerId(row.getString("customer_id")))
					.list());
	}

	/** Replaces the grants of the conversation. Grants that stay are not written. */
	public void set(ConversationSid conversationSid, Set<Grant> grants) {
		Set<Grant> stored = new HashSet<>(of(conversationSid));
		stored.stream().filter((grant) -> !grants.contains(grant)).forEach((grant) -> remove(conversationSid, grant));
		grants.stream().filter((grant) -> !stored.contains(grant)).forEach((grant) -> add(conversationSid, grant));
	}

	/** Removes the grants of the conversation. */
	public void end(ConversationSid conversationSid) {
		this.store.sql("delete from visibility_grant where conversation_sid = :sid")
			.param("sid", conversationSid.value())
			.update();
	}

	/** Returns the grants of the conversation. */
	public List<Grant> of(ConversationSid conversationSid) {
		return this.store.sql("select worker, customer_id from visibility_grant where conversation_sid = :sid")
			.param("sid", conversationSid.value())
			.query((row, number) -> new Grant(WorkerIdentity.of(row.getString("worker")),
					new CustomerId(row.getString("customer_id"))))
			.list();
	}

	private void add(ConversationSid conversationSid, Grant grant) {
		this.store.sql("""
				insert into visibility_grant (conversation_sid, worker, customer_id) values (:sid, :worker, :customer)
				on conflict do nothing""")
			.param("sid", conversationSid.value())
			.param("worker", grant.worker().key())
			.param("customer", grant.customerId().value())
			.update();
	}

	private void remove(ConversationSid conversationSid, Grant grant) {
		this.store.sql("""
				delete from visibility_grant
				where conversation_sid = :sid and worker = :worker and customer_id = :customer""")
			.param("sid", conversationSid.value())
			.param("worker", grant.worker().key())
			.param("customer", grant.customerId().value())
			.update();
	}

	/**
	 * The permission of a worker to see a customer.
	 *
	 * @param worker the worker
	 * @param customerId the customer's id
	 */
	public record Grant(WorkerIdentity worker, CustomerId customerId) {
	}

}
