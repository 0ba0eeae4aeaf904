package io.frontlineservice.crm.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.owner.UserDirectory.User;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Which user of a CRM is which worker. */
class UserDirectoryTests {

	private static final WorkerIdentity ADA = WorkerIdentity.of("ada_b@example.com");

	private static final WorkerIdentity BEN = WorkerIdentity.of("ben@example.com");

	private final List<User> users = new ArrayList<>(List.of(new User("1", ADA, "a"), new User("2", BEN, "b")));

	private final List<String> reads = new ArrayList<>();

	private final AtomicLong time = new AtomicLong();

	private final UserDirectory directory = new UserDirectory((key, values, deadline) -> {
		this.reads.add(key + " " + String.join(",", values));
		return List.copyOf(this.users);
	}, 2, this.time::get);

	@Test
	void usersThatTheCrmFindsBesideThoseThatWereAskedForAreLeftOut() {
		assertThat(this.directory.idsOf(Set.of(ADA), soon())).containsExactly("1");
		assertThat(this.directory.idsOf(Set.of(WorkerIdentity.of("other@example.com")), soon())).isEmpty();
		assertThat(this.directory.usersOf(Set.of(ADA), soon())).extracting(User::account).containsExactly("a");
	}

	@Test
	void eachUserIsReadOnce() {
		this.directory.idsOf(Set.of(ADA), soon());
		assertThat(this.directory.identitiesOf(List.of("1", "2"), soon())).containsEntry("1", Set.of(ADA))
			.containsEntry("2", Set.of(BEN));
		this.directory.identitiesOf(List.of("2", "1"), soon());
		assertThat(this.reads).containsExactly("IDENTITY ada_b@example.com", "ID 2");
	}

	@Test
	void missingUserIsAskedForAgainAfterAMinuteAndAnyAfterTen() {
		this.users.clear();
		assertThat(this.directory.idsOf(Set.of(ADA), soon())).isEmpty();
		this.users.add(new User("1", ADA, ""));
		assertThat(this.directory.idsOf(Set.of(ADA), soon())).isEmpty();
		this.time.addAndGet(Duration.ofSeconds(61).toNanos());
		assertThat(this.directory.idsOf(Set.of(ADA), soon())).containsExactly("1");
		this.users.clear();
		this.time.addAndGet(Duration.ofMinutes(9).toNanos());
		assertThat(this.directory.idsOf(Set.of(ADA), soon())).containsExactly("1");
		this.time.addAndGet(Duration.ofMinutes(2).toNanos());
		assertThat(this.directory.idsOf(Set.of(ADA), soon())).isEmpty();
	}

	@Test
	void manyAreReadInParts() {
		this.directory.identitiesOf(List.of("5", "3", "4", "1", "2", "3"), soon());
		assertThat(this.reads).containsExactly("ID 1,2", "ID 3,4", "ID 5");
	}

	private static Deadline soon() {
		return Deadline.in(Duration.ofMinutes(1));
	}

}
