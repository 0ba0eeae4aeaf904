package io.frontlineservice.conformance;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The checks of the parameter {@code owner}. Part of {@link Checks}. */
final class OwnerChecks {

	static final List<Check> ALL = List.of(
			Check.of("owner lists only customers of that owner", """
					with owner, list a customer only if one of its owners equals one of the values; also in searches""",
					OwnerChecks::onlyTheirs),
			Check.of("owner lists all customers of that owner",
					"list all customers of the owner, in the order of the whole list", OwnerChecks::allOfTheirs),
			Check.of("owners are compared without case", "compare owners in lower case", OwnerChecks::anyCase),
			Check.of("several owners are possible", "read all values of owner, and list the customers of each",
					OwnerChecks::several),
			Check.of("the owner * lists the customers of every worker", "compare * like any other owner",
					OwnerChecks::everyone),
			Check.of("an unknown owner is not an error", "answer 200 with an empty list", OwnerChecks::unknown),
			Check.of("without owner, all customers are listed", "do not filter if there is no owner",
					OwnerChecks::withoutOwner));

	private static final WorkerIdentity UNKNOWN = WorkerIdentity.of("frontline-conformance@example.invalid");

	private OwnerChecks() {
	}

	private static void onlyTheirs(CheckContext context) {
		List<WorkerIdentity> owners = new ArrayList<>(context.sample().owners(1));
		owners.addAll(List.of(CrmCustomer.EVERYONE, UNKNOWN));
		for (WorkerIdentity owner : owners) {
			requireOnly(context, owner, ListQuery.of(owner.written()));
			requireOnly(context, owner,
					ListQuery.of(owner.written()).search(context.sample().nameWithWord().getValue()));
		}
	}

	private static void requireOnly(CheckContext context, WorkerIdentity owner, ListQuery query) {
		ServerReply reply = context.server().get(query.toUrl());
		if (reply.status() != 200) {
			// Other checks say so.
			return;
		}
		CheckedPage page = CheckedPage.of(reply);
		long others = page.customers().stream().filter((it) -> !it.owners().contains(owner)).count();
		CheckFailedException.unless(others == 0, "no customers of others",
				"customers of others: " + others + " of " + page.customers().size());
	}

	private static void allOfTheirs(CheckContext context) {
		for (WorkerIdentity owner : context.sample().owners(1)) {
			requireAll(context, context.sample().idsOf(owner), ListQuery.of(owner.written()));
		}
	}

	/** The list may be longer than the sample, and have others in between. */
	private static void requireAll(CheckContext context, List<String> expected, ListQuery query) {
		Walk walk = context.walk(query);
		List<String> found = new ArrayList<>(walk.ids());
		found.retainAll(expected);
		CheckFailedException.unless(walk.end() == Walk.End.ENOUGH || found.equals(expected),
				expected.size() + " customers, in the order of the whole list",
				(found.size() < expected.size()) ? "missing: " + (expected.size() - found.size()) : "another order");
	}

	private static void anyCase(CheckContext context) {
		WorkerIdentity owner = context.sample().owners(1).get(0);
		String other = owner.written().toUpperCase(Locale.ROOT);
		if (other.equals(owner.written())) {
			other = owner.key();
		}
		List<String> ids = context.page(ListQuery.of(owner.written())).ids();
		CheckFailedException.unless(context.page(ListQuery.of(other)).ids().equals(ids),
				"the same customers in upper and lower case", "others, or none");
	}

	private static void several(CheckContext context) {
		List<WorkerIdentity> owners = context.sample().owners(2);
		List<String> expected = context.sample()
			.customers()
			.values()
			.stream()
			.filter((it) -> it.owners().contains(owners.get(0)) || it.owners().contains(owners.get(1)))
			.map(CheckedCustomer::id)
			.toList();
		requireAll(context, expected, ListQuery.of(owners.get(0).written(), owners.get(1).written()));
	}

	private static void everyone(CheckContext context) {
		List<String> expected = context.sample().idsOf(CrmCustomer.EVERYONE);
		if (expected.isEmpty()) {
			throw new NotCheckedException("no customer belongs to every worker");
		}
		requireAll(context, expected, ListQuery.of(CrmCustomer.EVERYONE.written()));
	}

	private static void unknown(CheckContext context) {
		context.server().get(ListQuery.of(UNKNOWN.written()).toUrl()).require(200, "for an unknown owner");
	}

	private static void withoutOwner(CheckContext context) {
		if (!context.sample().walk().isComplete()) {
			throw new NotCheckedException("there are more customers than the " + Sample.MOST + " of the checks");
		}
		for (WorkerIdentity owner : context.sample().owners(1)) {
			List<String> missing = new ArrayList<>(context.walk(ListQuery.of(owner.written())).ids());
			missing.removeAll(context.sample().ids());
			CheckFailedException.unless(missing.isEmpty(), "all customers", "missing: " + missing.size());
		}
	}

}
