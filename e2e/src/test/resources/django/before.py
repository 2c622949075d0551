# What the site did before Quintet came: users of every hasher, rows, a session.
import datetime
import decimal
import os

os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
import django

django.setup()
from django.contrib.auth.hashers import PBKDF2PasswordHasher, make_password
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client
from django.utils.timezone import make_aware

PBKDF2PasswordHasher.iterations = 5000
call_command("makemigrations", "library", verbosity=0)
call_command("migrate", verbosity=0)

from library.models import Author, Book, Contract, Contribution, Item, Note, Publisher, Tag

ann = User.objects.create_superuser("ann", "ann@example.org", "made by Django")
for name, needed in {
    "pbkdf2_sha256": "",
    "pbkdf2_sha1": "",
    "md5": "",
    "scrypt": "",
    "argon2": "argon2",
    "bcrypt_sha256": "bcrypt",
    "bcrypt": "bcrypt",
}.items():
    try:
        if needed:
            __import__(needed)
    except ImportError:
        continue
    User.objects.create(
        username="with_" + name, is_staff=True, password=make_password("made by Django", hasher=name)
    )
    print("hasher", name)
editors = Group.objects.create(name="editors")
editors.permissions.add(*Permission.objects.filter(codename__endswith="book"))
User.objects.create(username="bob", is_active=False).groups.add(editors)

ada = Author.objects.create(name="Ada", born=datetime.date(1815, 12, 10))
bob = Author.objects.create(name="Bob", email="bob@example.org", mentor=ada)
paper = Publisher.objects.create(name="Paper & Ink", slug="paper-ink")
old, rare = Tag.objects.create(label="old"), Tag.objects.create(label="rare")
moment = make_aware(datetime.datetime(2024, 5, 3, 10, 0, 0, 123456), datetime.timezone.utc)
first = Book.objects.create(
    title="First",
    added=moment,
    owner=ann,
    status="in review",
    price=decimal.Decimal("9.90"),
    pages=120,
    rating=4.5,
    extra={"a": [1, {"b": "ü"}]},
    published=moment,
    opens=datetime.time(8, 30),
    span=datetime.timedelta(days=1, seconds=3, microseconds=5),
    cover=b"\x00\x01\xff",
    seen_from="10.0.0.1",
    blurb="Two\nlines",
    author=bob,
    publisher=paper,
)
first.tags.add(old, rare)
Book.objects.create(
    title="Ünicode", added=moment, status="draft", price=100, author=ada, publisher=paper
)
Contribution.objects.create(book=first, author=ada, part="pictures")
Contract.objects.create(book=first, signed=datetime.date(2020, 1, 1))
note = Note.objects.create(text="A note", book=first)
note.friends.add(Note.objects.create(text="Another"))
note.readers.add(ann)

client = Client()
assert client.login(username="ann", password="made by Django")
added = client.post("/admin/library/tag/add/", {"label": "by admin"})
assert added.status_code == 302 or added.status_code == 200, added.status_code
print("session", client.cookies["sessionid"].value)
