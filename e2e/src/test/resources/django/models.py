# The models of the application "library" of the tests, as its owner wrote them for Django.
import uuid

from django.conf import settings
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    born = models.DateField(null=True, blank=True)
    mentor = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="pupils")


class Publisher(models.Model):
    name = models.CharField(max_length=100)
    slug = models.SlugField(unique=True)
    homepage = models.URLField(blank=True)


class Tag(models.Model):
    label = models.CharField(max_length=40, unique=True)


class Item(models.Model):
    code = models.UUIDField(default=uuid.uuid4, unique=True)
    title = models.CharField(max_length=200, db_index=True)
    added = models.DateTimeField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)


class Book(Item):
    status = models.CharField(max_length=10, choices=[(s, s) for s in ("draft", "in review", "sold")])
    price = models.DecimalField(max_digits=8, decimal_places=2)
    pages = models.PositiveIntegerField(default=0)
    rating = models.FloatField(null=True)
    extra = models.JSONField(default=dict)
    in_print = models.BooleanField(default=True)
    published = models.DateTimeField(null=True)
    opens = models.TimeField(null=True)
    span = models.DurationField(null=True)
    cover = models.BinaryField(null=True)
    seen_from = models.GenericIPAddressField(null=True)
    blurb = models.TextField(blank=True)
    rank = models.SmallIntegerField(db_default=5)
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
    publisher = models.ForeignKey(Publisher, models.PROTECT)
    co_authors = models.ManyToManyField(Author, through="Contribution", related_name="co_books")
    tags = models.ManyToManyField(Tag, blank=True)

    class Meta:
        unique_together = [("author", "publisher", "pages")]
        constraints = [
            models.CheckConstraint(condition=models.Q(price__gte=0), name="book_price_not_negative"),
            models.CheckConstraint(
                condition=models.Q(status__in=["draft", "in review", "sold"]), name="book_status_known"
            ),
        ]
        indexes = [models.Index(fields=["-published", "status"], name="book_recent")]


class Contribution(models.Model):
    part = models.CharField(max_length=30)
    author = models.ForeignKey(Author, models.CASCADE)
    book = models.ForeignKey(Book, models.CASCADE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "author"], name="contribution_once")]


class Contract(models.Model):
    book = models.OneToOneField(Book, models.CASCADE, primary_key=True)
    signed = models.DateField()


class Note(models.Model):
    text = models.TextField()
    book = models.OneToOneField(Book, models.SET_NULL, null=True)
    friends = models.ManyToManyField("self")
    readers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="read_notes")
